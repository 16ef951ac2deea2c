package io.github.waserverless.rules.code;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.Binding;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.HandlerString;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;

/** A handler that is not there fails each invocation. */
@RuleInfo(
    id = "WAS001",
    name = "handler-class-not-found",
    title = "Handler class that does not exist",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class MissingHandlerClass implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      if (handler.binding() == Binding.NO_CLASS
          && handler.function().isPresent()
          && handler.handler().isPresent()) {
        check(handler.function().get(), handler.handler().get(), app, findings);
      }
    }
  }

  private static void check(
      LambdaFunction function, HandlerString named, Application app, Findings findings) {
    List<SourceClass> similar =
        app.code().classes(function.resource()).stream()
            .filter(c -> c.simpleName().equals(named.simpleName()))
            .toList();
    boolean here = isHere(function);
    if (similar.isEmpty() && !here) {
      return;
    }
    String message =
        similar.isEmpty()
            ? "%s names %s as its handler, which none of its sources declares: no invocation can succeed"
                .formatted(function.name(), named.className())
            : "%s names %s as its handler, but the class is %s: every invocation fails"
                .formatted(function.name(), named.className(), similar.get(0).name());
    Problem problem =
        Problem.at(named.setting().place(), function.resource(), message)
            .as(here && !similar.isEmpty() ? ERROR : WARNING);
    for (SourceClass type : similar) {
      problem = problem.with(type.location(), "the class of that name");
    }
    findings.report(problem);
  }

  /** Whether the template says that the sources are the function's: an archive may be of others. */
  private static boolean isHere(LambdaFunction function) {
    return Stream.of(
            function.property("CodeUri"),
            function.property("Code"),
            function.resource().attribute("Metadata").get("DockerContext"))
        .flatMap(written -> written.text().certain().stream())
        .anyMatch(path -> !path.contains("://"));
  }
}
