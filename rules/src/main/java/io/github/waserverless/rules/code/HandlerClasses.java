package io.github.waserverless.rules.code;

import io.github.waserverless.code.JavaClass.Kind;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Lambda asks of the class of a handler. */
final class HandlerClasses {

  private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";
  private static final Set<String> INTERFACES =
      Set.of(RUNTIME + "RequestHandler", RUNTIME + "RequestStreamHandler");

  /** Interfaces of these packages have no method that could be a handler. */
  private static final List<String> HARMLESS =
      List.of("java.", "javax.", "jakarta.", "org.crac.", RUNTIME);

  /** A container or Lombok adds constructors, or makes the object itself. */
  private static final Set<String> MANAGED =
      Set.of(
          "NoArgsConstructor",
          "AllArgsConstructor",
          "RequiredArgsConstructor",
          "Data",
          "Value",
          "Builder",
          "Component",
          "Service",
          "Named",
          "Singleton",
          "Introspected",
          "ApplicationScoped");

  private HandlerClasses() {}

  /** Whether it may have methods of a class or interface that is not in the sources. */
  static boolean mayInherit(SourceClass type, Program program) {
    return program.hasUnknownSuperclass(type)
        || program.ancestors(type).stream()
            .anyMatch(
                a ->
                    program.supertypes(a.type()).stream()
                        .anyMatch(s -> isForeign(s, a.type(), program)));
  }

  private static boolean isForeign(TypeName supertype, SourceClass of, Program program) {
    return program.source(supertype, of).isEmpty()
        && HARMLESS.stream().noneMatch(supertype.name()::startsWith);
  }

  static boolean isHandler(SourceClass type, Program program) {
    return program.allSupertypes(type).stream().anyMatch(s -> INTERFACES.contains(s.name()));
  }

  static boolean isPublic(SourceMethod method) {
    return method.declaration().isPublic() || method.owner().isInterface();
  }

  /** Why no object of a class can be made with a constructor that asks for nothing. */
  static Optional<String> obstacle(SourceClass type) {
    boolean inner = type.outer().filter(o -> !o.isInterface()).isPresent();
    if (type.isInterface()) {
      return Optional.of("an interface");
    }
    if (!type.isConcrete()) {
      return Optional.of("which is abstract");
    }
    if (type.declaration().kind() != Kind.CLASS || MANAGED.stream().anyMatch(type::isAnnotated)) {
      return Optional.empty();
    }
    if (inner && !type.declaration().modifiers().contains("static")) {
      return Optional.of("an inner class that is not static");
    }
    if (!type.declaration().modifiers().contains("public") && isPlain(type)) {
      return Optional.of("which is not public");
    }
    List<SourceMethod> constructors = type.constructors();
    boolean open =
        constructors.isEmpty()
            || constructors.stream()
                .anyMatch(c -> c.parameters().isEmpty() && c.declaration().isPublic());
    return open
        ? Optional.empty()
        : Optional.of("which has no public constructor without parameters");
  }

  /** The members of interfaces are public without a word. */
  private static boolean isPlain(SourceClass type) {
    return type.outer().filter(SourceClass::isInterface).isEmpty();
  }
}
