package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.InvocationMode;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Service;
import io.github.waserverless.app.Trigger;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.stream.Collectors;

/** An event that a function fails on three times should not vanish. */
@RuleInfo(
    id = "WAS708",
    name = "async-invocation-without-failure-destination",
    title = "Asynchronous function without a failure destination",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class AsyncWithoutFailureDestination implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      List<Trigger> triggers =
          function.triggers().stream()
              .filter(t -> t.mode() == InvocationMode.ASYNC && !t.isWarmUp() && !t.isDisabled())
              .filter(t -> t.service() != Service.LAMBDA_DESTINATION)
              .toList();
      if (triggers.isEmpty()) {
        continue;
      }
      Truth missing =
          app.failureDestinations().missing(function).and(isInvoked(triggers, function));
      if (missing.canHold()) {
        reportMissing(function, triggers, missing, app, findings);
      } else {
        reportMissed(function, triggers, app, findings);
      }
    }
  }

  private static Truth isInvoked(List<Trigger> triggers, LambdaFunction function) {
    String template = function.resource().template();
    Guard exists =
        triggers.stream()
            .map(t -> t.declaredBy().template().equals(template) ? t.exists() : Guard.ALWAYS)
            .reduce(Guard.NEVER, Guard::or);
    return Truth.when(exists);
  }

  private static void reportMissing(
      LambdaFunction function,
      List<Trigger> triggers,
      Truth missing,
      Application app,
      Findings findings) {
    boolean neverRetried =
        app.failureDestinations().configurations(function).stream()
            .anyMatch(c -> c.property("MaximumRetryAttempts").is("0").alwaysHolds());
    String lost =
        neverRetried
            ? "an event is dropped at its first failure"
            : "events that keep failing are dropped";
    Problem problem =
        Problem.of(
                function.resource(),
                "%s is invoked asynchronously by %s but has no failure destination: %s"
                    .formatted(function.name(), services(triggers), lost))
            .when(missing)
            .as(severity(triggers, neverRetried));
    for (Trigger trigger : triggers) {
      if (!trigger.place().equals(function.location())) {
        problem = problem.with(trigger.place(), trigger.service().inWords());
      }
    }
    findings.report(problem);
  }

  private static Severity severity(List<Trigger> triggers, boolean neverRetried) {
    if (triggers.stream().allMatch(t -> t.service() == Service.LOGS)) {
      return NOTE;
    }
    return neverRetried ? ERROR : WARNING;
  }

  private static String services(List<Trigger> triggers) {
    return triggers.stream()
        .map(t -> t.service().inWords())
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private static void reportMissed(
      LambdaFunction function, List<Trigger> triggers, Application app, Findings findings) {
    for (Trigger trigger : triggers) {
      if (app.failureDestinations().misses(trigger, function)) {
        findings.report(
            Problem.at(
                    trigger.place(),
                    function.resource(),
                    "%s invokes %s itself, not the alias that has the failure destination: failing events are dropped"
                        .formatted(trigger.service().inWords(), function.name()))
                .as(WARNING));
        return;
      }
    }
  }
}
