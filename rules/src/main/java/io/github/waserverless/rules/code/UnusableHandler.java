package io.github.waserverless.rules.code;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EntryPoint;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.HandlerString;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.Optional;

/** Lambda makes an object of the class and calls the method, if both let it. */
@RuleInfo(
    id = "WAS002",
    name = "handler-method-not-usable",
    title = "Handler that Lambda cannot call",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class UnusableHandler implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      Optional<LambdaFunction> function = handler.function().filter(LambdaFunction::runsJava);
      Optional<HandlerString> named = handler.handler().filter(h -> !h.isOfLibrary());
      if (function.isPresent() && named.isPresent() && handler.type().isPresent()) {
        SourceClass type = handler.type().get();
        Optional<Problem> ofMethod = ofMethod(handler, named.get(), type, app.code().program());
        ofMethod.or(() -> ofClass(handler, named.get(), type)).ifPresent(findings::report);
      }
    }
  }

  private static Optional<Problem> ofMethod(
      FunctionHandler handler, HandlerString named, SourceClass type, Program program) {
    if (HandlerClasses.mayInherit(type, program)) {
      return Optional.empty();
    }
    if (named.method().isEmpty()) {
      return HandlerClasses.isHandler(type, program)
          ? Optional.empty()
          : Optional.of(
              atName(
                  handler,
                  named,
                  type,
                  "%s names no method, and %s implements neither RequestHandler nor RequestStreamHandler: every invocation fails"));
    }
    if (handler.entry().isEmpty()) {
      return Optional.of(
          atName(
              handler,
              named,
              type,
              "%s names a method that %s does not have, or not with parameters that Lambda fills: every invocation fails"));
    }
    EntryPoint entry = handler.entry().get();
    return HandlerClasses.isPublic(entry.method())
        ? Optional.empty()
        : Optional.of(
            Problem.at(
                entry.method().location(),
                handler,
                "%s is handled by %s, which is not public: every invocation fails"
                    .formatted(handler.name(), entry.method())));
  }

  private static Problem atName(
      FunctionHandler handler, HandlerString named, SourceClass type, String message) {
    return Problem.at(
            named.setting().place(), handler, message.formatted(handler.name(), type.simpleName()))
        .with(type.location(), "the class");
  }

  private static Optional<Problem> ofClass(
      FunctionHandler handler, HandlerString named, SourceClass type) {
    boolean needed =
        named.method().isEmpty() || handler.entry().filter(e -> !e.method().isStatic()).isPresent();
    return needed
        ? HandlerClasses.obstacle(type)
            .map(
                why ->
                    Problem.at(
                        type.location(),
                        handler,
                        "%s is handled by %s, %s: Lambda cannot make an object of it"
                            .formatted(handler.name(), type.simpleName(), why)))
        : Optional.empty();
  }
}
