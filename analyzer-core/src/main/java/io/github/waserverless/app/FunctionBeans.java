package io.github.waserverless.app;

import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions that Spring Cloud Function and Quarkus call from a handler of their own. */
final class FunctionBeans {

  private static final Map<String, String> METHODS =
      Map.of(
          "java.util.function.Function", "apply",
          "java.util.function.Consumer", "accept",
          "java.util.function.Supplier", "get",
          "com.amazonaws.services.lambda.runtime.RequestHandler", "handleRequest",
          "com.amazonaws.services.lambda.runtime.RequestStreamHandler", "handleRequest");

  private FunctionBeans() {}

  /** The function that is meant: the one of a name, or the only one. */
  static Optional<EntryPoint> in(
      List<SourceClass> classes, Optional<String> name, Program program) {
    List<EntryPoint> all =
        classes.stream()
            .flatMap(c -> Stream.concat(ofClass(c, program), ofMethods(c, program)))
            .toList();
    Optional<EntryPoint> named =
        name.flatMap(n -> all.stream().filter(e -> isNamed(e, n)).findFirst());
    return named.isPresent() || all.size() != 1 ? named : Optional.of(all.get(0));
  }

  private static boolean isNamed(EntryPoint entry, String name) {
    String type = entry.type().simpleName();
    String bean = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    return entry.method().name().equals(name) || bean.equals(name);
  }

  private static Stream<EntryPoint> ofClass(SourceClass type, Program program) {
    if (!type.isConcrete()) {
      return Stream.empty();
    }
    return program.allSupertypes(type).stream()
        .map(s -> METHODS.get(s.name()))
        .filter(java.util.Objects::nonNull)
        .distinct()
        .flatMap(method -> EntryPoint.of(type, method, program).stream());
  }

  /** A bean method returns the function; what it gets is the event. */
  private static Stream<EntryPoint> ofMethods(SourceClass type, Program program) {
    return type.methods().stream()
        .filter(m -> m.isAnnotated("Bean"))
        .flatMap(m -> ofMethod(type, m, program).stream());
  }

  private static Optional<EntryPoint> ofMethod(
      SourceClass type, SourceMethod method, Program program) {
    TypeName made = program.resolve(method.declaration().returnType(), method.owner());
    return METHODS.containsKey(made.name())
        ? Optional.of(new EntryPoint(type, method, made.argument(0), made.argument(1)))
        : Optional.empty();
  }
}
