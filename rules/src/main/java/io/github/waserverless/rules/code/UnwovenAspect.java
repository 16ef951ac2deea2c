package io.github.waserverless.rules.code;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.BuildScript;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.JavaAnnotation;
import io.github.waserverless.code.JavaFile;
import io.github.waserverless.code.flow.Step;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The annotations of Powertools do nothing unless the build weaves their aspects in. */
@RuleInfo(
    id = "WAS927",
    name = "powertools-aspect-not-woven",
    title = "Powertools annotation without its aspect",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = ERROR)
public final class UnwovenAspect implements Rule {

  private static final Map<String, String> ARTIFACTS =
      Map.of(
          "Logging", "powertools-logging",
          "Tracing", "powertools-tracing",
          "Metrics", "powertools-metrics",
          "FlushMetrics", "powertools-metrics",
          "Idempotent", "powertools-idempotency",
          "LargeMessage", "powertools-large-messages",
          "Validation", "powertools-validation");

  /** What nothing does: an annotation of a module. */
  private record Missing(BuildScript build, String annotation) {}

  @Override
  public void check(Application app, Findings findings) {
    Map<Missing, FunctionHandler> handlers = new LinkedHashMap<>();
    Map<Missing, Set<JavaAnnotation>> places = new LinkedHashMap<>();
    for (FunctionHandler handler : app.handlers()) {
      for (Step step : handler.reach().steps()) {
        JavaFile file = step.method().owner().file();
        Optional<BuildScript> build = app.code().build(file.file());
        for (JavaAnnotation annotation : step.method().declaration().annotations()) {
          String artifact = ARTIFACTS.get(annotation.simpleName());
          if (artifact != null
              && build.isPresent()
              && isOfPowertools(annotation, file)
              && !build.get().weaves(artifact)) {
            Missing missing = new Missing(build.get(), annotation.simpleName());
            handlers.putIfAbsent(missing, handler);
            places.computeIfAbsent(missing, m -> new LinkedHashSet<>()).add(annotation);
          }
        }
      }
    }
    handlers.forEach(
        (missing, handler) ->
            findings.report(
                problem(missing, handler, List.copyOf(places.getOrDefault(missing, Set.of())))));
  }

  private static Problem problem(
      Missing missing, FunctionHandler handler, List<JavaAnnotation> places) {
    Problem problem =
        Problem.at(
                places.get(0).location(),
                handler,
                "%s has @%s, but %s weaves no aspect of it: the annotation does nothing"
                    .formatted(handler.name(), missing.annotation(), missing.build().file()))
            .as(
                !missing.build().complete()
                    ? NOTE
                    : missing.annotation().equals("Idempotent") ? ERROR : WARNING);
    for (JavaAnnotation place : places.subList(1, places.size())) {
      problem = problem.with(place.location(), "here too");
    }
    return problem;
  }

  private static boolean isOfPowertools(JavaAnnotation annotation, JavaFile file) {
    return file.imports().stream()
        .filter(i -> i.name().startsWith("software.amazon.lambda.powertools."))
        .anyMatch(i -> i.wildcard() || i.simpleName().equals(annotation.simpleName()));
  }
}
