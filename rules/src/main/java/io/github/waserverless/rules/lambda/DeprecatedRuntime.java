package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.LambdaRuntime;
import io.github.waserverless.app.LambdaRuntime.Stage;
import io.github.waserverless.app.LambdaRuntimes;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A runtime that AWS no longer patches, and one day no longer deploys. */
@RuleInfo(
    id = "WAS925",
    name = "runtime-deprecated",
    title = "Function on a deprecated runtime",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = WARNING)
public final class DeprecatedRuntime implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    LambdaRuntimes runtimes = LambdaRuntimes.in(app.data());
    LocalDate today = app.data().today();
    for (LambdaFunction function : app.functions()) {
      List<String> ids = function.runtime().text().values();
      Optional<String> misspelt = ids.stream().filter(runtimes::isMisspelt).findFirst();
      if (misspelt.isPresent()) {
        findings.report(misspelling(function, misspelt.get(), runtimes));
        continue;
      }
      ids.stream()
          .flatMap(id -> runtimes.runtime(id).stream())
          .filter(runtime -> runtime.stage(today) != Stage.SUPPORTED)
          .max(Comparator.comparing(runtime -> runtime.stage(today)))
          .ifPresent(oldest -> findings.report(aging(function, oldest, today)));
    }
    for (Resource layer : app.resources("AWS::Lambda::LayerVersion")) {
      checkLayer(layer, runtimes, today, findings);
    }
  }

  private static Problem misspelling(LambdaFunction function, String id, LambdaRuntimes runtimes) {
    String fact =
        "%s, a runtime that does not exist%s: the deployment fails"
            .formatted(id, runtimes.meant(id).map(" (%s does)"::formatted).orElse(""));
    return problem(function, "asks for " + fact, "ask for " + fact)
        .when(function.runtime().is(id))
        .as(ERROR);
  }

  private static Problem aging(LambdaFunction function, LambdaRuntime runtime, LocalDate today) {
    Stage stage = runtime.stage(today);
    String fact = "on %s, %s".formatted(runtime.id(), inWords(runtime, stage));
    return problem(function, "runs " + fact, "run " + fact)
        .when(function.runtime().is(runtime.id()))
        .as(severity(stage));
  }

  private static Problem problem(LambdaFunction function, String fact, String factOfMany) {
    Setting runtime = function.runtime();
    return Problem.at(runtime.place(), function.resource(), function.name() + " " + fact)
        .grouped(new Grouping("functions", factOfMany, Optional.empty()));
  }

  private static Severity severity(Stage stage) {
    return switch (stage) {
      case CREATE_BLOCKED, UPDATE_BLOCKED -> ERROR;
      case DEPRECATED -> WARNING;
      default -> NOTE;
    };
  }

  private static String inWords(LambdaRuntime runtime, Stage stage) {
    return switch (stage) {
      case UPDATE_BLOCKED ->
          "closed to updates since %s: no fix can be deployed any more"
              .formatted(date(runtime.blockUpdate()));
      case CREATE_BLOCKED ->
          "closed to new functions since %s: no patches, and no deployment of a new stack"
              .formatted(date(runtime.blockCreate()));
      case DEPRECATED ->
          "deprecated since %s: security patches have ended".formatted(runtime.deprecated());
      default -> "deprecated from %s: security patches end then".formatted(runtime.deprecated());
    };
  }

  private static String date(Optional<LocalDate> deadline) {
    return deadline.map(LocalDate::toString).orElse("long ago");
  }

  private static void checkLayer(
      Resource layer, LambdaRuntimes runtimes, LocalDate today, Findings findings) {
    Setting compatible = layer.property("CompatibleRuntimes");
    Truth onlyDeprecated =
        compatible.items().stream()
            .map(item -> item.is(id -> isDeprecated(id, runtimes, today)))
            .reduce(Truth::and)
            .orElse(Truth.NO);
    findings.report(
        Problem.at(
                compatible.place(),
                layer,
                "%s is compatible with deprecated runtimes only: no patched function can use it"
                    .formatted(layer.name()))
            .when(onlyDeprecated)
            .as(NOTE));
  }

  private static boolean isDeprecated(String id, LambdaRuntimes runtimes, LocalDate today) {
    return runtimes
        .runtime(id)
        .filter(runtime -> runtime.stage(today).compareTo(Stage.DEPRECATED) >= 0)
        .isPresent();
  }
}
