package io.github.waserverless.app;

import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.template.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the Java handler of each function. */
final class HandlerBinder {

  private static final List<String> BEAN_NAMES =
      List.of("SPRING_CLOUD_FUNCTION_DEFINITION", "FUNCTION_NAME", "QUARKUS_LAMBDA_HANDLER");

  private final Application app;
  private final SourceCode code;
  private final Program program;

  HandlerBinder(Application app) {
    this.app = app;
    this.code = app.code();
    this.program = code.program();
  }

  /** The handler of a function; empty when it is certainly not in Java. */
  Optional<FunctionHandler> bind(LambdaFunction function) {
    Optional<HandlerString> handler = HandlerString.of(function.resource());
    if (!mayBeJava(function, handler)) {
      return Optional.empty();
    }
    return Optional.of(
        handler.isEmpty()
            ? unbound(function, handler, Binding.UNKNOWN)
            : bind(function, handler.get()));
  }

  private boolean mayBeJava(LambdaFunction function, Optional<HandlerString> handler) {
    if (function.hasInlineCode() || function.vended()) {
      return false;
    }
    if (function.runsJava()) {
      return true;
    }
    boolean otherRuntime =
        function.runtime().text().certain().filter(r -> !r.startsWith("provided")).isPresent();
    return !otherRuntime
        && handler
            .filter(h -> h.isOfLibrary() || !program.named(h.className()).isEmpty())
            .filter(h -> !code.classes(function.resource()).isEmpty())
            .isPresent();
  }

  private FunctionHandler unbound(
      LambdaFunction function, Optional<HandlerString> handler, Binding why) {
    return new FunctionHandler(
        app, Optional.of(function), handler, why, Optional.empty(), Optional.empty());
  }

  private FunctionHandler bind(LambdaFunction function, HandlerString handler) {
    Resource resource = function.resource();
    List<SourceClass> found = code.nearest(program.named(handler.className()), resource);
    if (isInOtherLanguage(handler, resource, found)) {
      return unbound(function, Optional.of(handler), Binding.OTHER_LANGUAGE);
    }
    if (!found.isEmpty()) {
      return found.size() > 1 && isAmbiguous(found)
          ? unbound(function, Optional.of(handler), Binding.AMBIGUOUS)
          : bind(function, handler, found.get(0));
    }
    if (handler.isOfLibrary()) {
      return new FunctionHandler(
          app,
          Optional.of(function),
          Optional.of(handler),
          Binding.LIBRARY,
          Optional.empty(),
          FunctionBeans.in(code.classes(resource), beanName(function), program));
    }
    return unbound(
        function,
        Optional.of(handler),
        code.classes(resource).isEmpty() ? Binding.NO_SOURCES : Binding.NO_CLASS);
  }

  /** A source in Java counts first, unless it is not where the function's code is. */
  private boolean isInOtherLanguage(
      HandlerString handler, Resource function, List<SourceClass> found) {
    String folder = code.folder(function).orElse("");
    Set<String> files = program.filesInOtherLanguages(handler.className());
    return found.isEmpty()
        ? !files.isEmpty()
        : files.stream().anyMatch(f -> SourceCode.isIn(f, folder))
            && found.stream().noneMatch(c -> SourceCode.isIn(c.file().file(), folder));
  }

  /** Copies of one class in one module are the same class: sources and generated sources. */
  private static boolean isAmbiguous(List<SourceClass> found) {
    return found.stream().map(c -> c.file().file()).distinct().count() > 1;
  }

  private FunctionHandler bind(LambdaFunction function, HandlerString handler, SourceClass type) {
    Optional<EntryPoint> entry =
        EntryPoint.of(type, handler.method().orElse("handleRequest"), program);
    Binding binding = Binding.BOUND;
    if (entry.isEmpty() && program.hasUnknownSuperclass(type)) {
      binding = Binding.INHERITED_FROM_LIBRARY;
      entry = EntryPoint.hook(type, program);
    } else if (entry.isEmpty()) {
      binding = Binding.NO_METHOD;
    }
    return new FunctionHandler(
        app, Optional.of(function), Optional.of(handler), binding, Optional.of(type), entry);
  }

  private static Optional<String> beanName(LambdaFunction function) {
    return BEAN_NAMES.stream()
        .flatMap(name -> function.environment().get(name).text().certain().stream())
        .findFirst();
  }

  /** A handler that no template deploys. */
  static FunctionHandler alone(Application app, SourceClass type) {
    return new FunctionHandler(
        app,
        Optional.empty(),
        Optional.empty(),
        Binding.NO_FUNCTION,
        Optional.of(type),
        EntryPoint.of(type, "handleRequest", app.code().program()));
  }
}
