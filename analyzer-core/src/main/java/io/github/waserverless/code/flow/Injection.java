package io.github.waserverless.code.flow;

import io.github.waserverless.code.JavaAnnotation;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceField;
import io.github.waserverless.code.program.SourceMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What containers inject: Dagger, Guice, Spring, Micronaut, CDI. */
final class Injection {

  private static final Set<String> INJECTED = Set.of("Inject", "Autowired", "Resource");
  private static final Set<String> PROVIDES =
      Set.of("Provides", "Bean", "Produces", "Singleton", "Prototype");

  private final Bodies bodies;
  private final Program program;

  Injection(Bodies bodies) {
    this.bodies = bodies;
    this.program = bodies.program();
  }

  /** The constructors that make an object nobody in the sources makes. */
  List<SourceMethod> constructors(SourceClass type) {
    List<SourceMethod> all = type.constructors();
    List<SourceMethod> marked =
        all.stream().filter(c -> isInjected(c.declaration().annotations())).toList();
    if (!marked.isEmpty()) {
      return marked;
    }
    List<SourceMethod> plain = all.stream().filter(c -> c.parameters().isEmpty()).toList();
    return plain.isEmpty() ? all : plain;
  }

  /** The types that a container gives an object. */
  List<TypeName> injected(SourceClass type) {
    List<TypeName> needed = new ArrayList<>();
    for (Program.Ancestor ancestor : program.ancestors(type)) {
      for (SourceField field : ancestor.type().fields()) {
        if (isInjected(field.declaration().annotations())) {
          needed.add(
              program
                  .resolve(field.declaration().type(), ancestor.type())
                  .with(ancestor.bindings()));
        }
      }
    }
    for (SourceMethod constructor : constructors(type)) {
      constructor.parameters().forEach(p -> needed.add(program.resolve(p.type(), type)));
    }
    return needed;
  }

  private static boolean isInjected(List<JavaAnnotation> annotations) {
    return annotations.stream().anyMatch(a -> INJECTED.contains(a.simpleName()));
  }

  /** The methods of modules and configurations that make objects of a type. */
  List<SourceMethod> providers(TypeName type, SourceClass asking) {
    List<SourceMethod> found =
        bodies.providers().stream()
            .filter(
                m ->
                    program
                        .resolve(m.declaration().returnType(), m.owner())
                        .name()
                        .equals(type.name()))
            .toList();
    int nearest = found.stream().mapToInt(m -> closeness(m, asking)).max().orElse(0);
    return found.stream().filter(m -> closeness(m, asking) == nearest).toList();
  }

  private static int closeness(SourceMethod method, SourceClass asking) {
    return Program.closeness(method.owner(), asking);
  }

  /** The methods of a program that containers take objects from. */
  static List<SourceMethod> providers(Program program) {
    return program.classes().stream()
        .flatMap(c -> c.methods().stream())
        .filter(m -> !m.isConstructor() && !m.isAbstract())
        .filter(
            m ->
                m.declaration().annotations().stream()
                    .anyMatch(a -> PROVIDES.contains(a.simpleName())))
        .toList();
  }

  /** The type that a call asks a container for: {@code injector.getInstance(X.class)}. */
  Optional<TypeName> requested(CallSite call, Optional<SourceClass> receiver) {
    Optional<SourceMethod> component =
        receiver
            .filter(r -> r.isAnnotated("Component") || r.isAnnotated("Subcomponent"))
            .filter(r -> !r.isConcrete())
            .flatMap(
                r -> r.methods().stream().filter(m -> m.name().equals(call.name())).findFirst());
    if (component.isPresent()) {
      SourceMethod method = component.get();
      return Optional.of(program.resolve(method.declaration().returnType(), method.owner()));
    }
    boolean asks =
        switch (call.name()) {
          case "getInstance", "getBean", "select" -> true;
          default -> false;
        };
    if (asks
        && !call.arguments().isEmpty()
        && call.arguments().get(0).name().equals("java.lang.Class")) {
      return Optional.of(call.arguments().get(0).argument(0));
    }
    return Optional.empty();
  }
}
