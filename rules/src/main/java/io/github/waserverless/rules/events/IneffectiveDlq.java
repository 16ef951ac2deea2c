package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
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
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.stream.Collectors;

/** A failure destination of a function serves asynchronous events only. */
@RuleInfo(
    id = "WAS709",
    name = "ineffective-function-dlq",
    title = "Failure destination that nothing reaches",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class IneffectiveDlq implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      if (function.invoked(InvocationMode.ASYNC) || !app.triggerKnowledge().isComplete(function)) {
        continue;
      }
      Severity severity =
          app.triggerKnowledge().isExposed(function) || mayBeStartedAsEvent(function, app)
              ? NOTE
              : WARNING;
      Setting queue = function.property("DeadLetterConfig", "TargetArn");
      if (queue.present().canHold()) {
        report(function.resource(), queue, queue.present(), function, severity, findings);
        continue;
      }
      for (Resource config : app.failureDestinations().configurations(function)) {
        Setting destinations = config.property("DestinationConfig");
        Truth set =
            destinations
                .get("OnFailure", "Destination")
                .present()
                .or(destinations.get("OnSuccess", "Destination").present())
                .or(config.property("MaximumRetryAttempts").present());
        report(config, destinations, set, function, severity, findings);
      }
    }
  }

  /** A state machine may start a function without waiting for it. */
  private static boolean mayBeStartedAsEvent(LambdaFunction function, Application app) {
    return function.triggers().stream()
        .filter(t -> t.service() == Service.STEP_FUNCTIONS)
        .flatMap(t -> app.stateMachine(t.declaredBy()).stream())
        .anyMatch(machine -> !machine.startsAsEvent(function).neverHolds());
  }

  private static void report(
      Resource resource,
      Setting place,
      Truth set,
      LambdaFunction function,
      Severity severity,
      Findings findings) {
    String services =
        function.triggers().stream()
            .map(Trigger::service)
            .map(Service::inWords)
            .distinct()
            .collect(Collectors.joining(" and "));
    findings.report(
        Problem.at(
                place.place(),
                resource,
                "%s has settings for asynchronous events but is invoked by %s only: they have no effect"
                    .formatted(function.name(), services))
            .when(set)
            .as(severity));
  }
}
