package io.github.waserverless.rules.orchestration;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.code.JavaFile;
import io.github.waserverless.code.program.SourceClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The exceptions that a function may throw, by the names that its runtime reports. */
final class ThrownTypes {

  private static final Map<String, Set<String>> JDK =
      Map.of(
          "java.lang.",
          Set.of(
              "Exception",
              "RuntimeException",
              "Error",
              "IllegalArgumentException",
              "IllegalStateException",
              "NullPointerException",
              "UnsupportedOperationException",
              "NumberFormatException",
              "ArithmeticException",
              "InterruptedException",
              "OutOfMemoryError"),
          "java.io.",
          Set.of("IOException", "UncheckedIOException", "FileNotFoundException"),
          "java.util.",
          Set.of("NoSuchElementException"),
          "java.util.concurrent.",
          Set.of("TimeoutException", "ExecutionException", "CompletionException"),
          "java.sql.",
          Set.of("SQLException"));

  private final Application app;
  private final List<SourceClass> classes;

  ThrownTypes(Application app, LambdaFunction function) {
    this.app = app;
    this.classes = app.code().classes(function.resource());
  }

  /** The full name of the exception of a simple name, when there is one. */
  Optional<String> named(String simpleName) {
    return Stream.of(
            declared(classes.stream(), simpleName),
            imported(simpleName),
            declared(app.code().program().simplyNamed(simpleName).stream(), simpleName),
            JDK.entrySet().stream()
                .filter(e -> e.getValue().contains(simpleName))
                .map(e -> e.getKey() + simpleName))
        .flatMap(s -> s)
        .findFirst();
  }

  private static Stream<String> declared(Stream<SourceClass> classes, String simpleName) {
    return classes
        .filter(c -> c.simpleName().equals(simpleName) && c.declaration().superclass().isPresent())
        .map(ThrownTypes::reported);
  }

  private Stream<String> imported(String simpleName) {
    return classes.stream()
        .flatMap(c -> c.file().imports().stream())
        .filter(i -> !i.isStatic() && !i.wildcard() && i.simpleName().equals(simpleName))
        .map(JavaFile.Import::name);
  }

  /** What the runtime reports of a class that is written with dots; empty when there is none. */
  Optional<String> declared(String name) {
    return app.code().program().named(name.replace('$', '.')).stream()
        .map(ThrownTypes::reported)
        .findFirst();
  }

  /** Whether a name is of the packages of the function's own sources. */
  boolean isOwn(String name) {
    String root = root(name);
    return classes.stream().anyMatch(c -> root(c.name()).equals(root));
  }

  private static String root(String name) {
    String[] parts = name.split("\\.", 4);
    return parts.length < 3 ? name : parts[0] + "." + parts[1];
  }

  /** The runtime separates nested classes with a dollar sign. */
  private static String reported(SourceClass type) {
    return type.outer().map(outer -> reported(outer) + "$" + type.simpleName()).orElse(type.name());
  }
}
