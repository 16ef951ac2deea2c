package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.CONCURRENT_REQUESTS;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.EventSourceOptions;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Possible;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;

/**
 * Messages that Lambda polls beyond what a function may run are throttled, and counted as failed.
 */
@RuleInfo(
    id = "WAS203",
    name = "esm-concurrency-exceeds-reserved",
    title = "Queue polled faster than its function may run",
    principles = CONCURRENT_REQUESTS,
    pillar = RELIABILITY,
    severity = ERROR)
public final class PollingBeyondReserved implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    double atFirst = EventSourceOptions.in(app.data()).initialConcurrency();
    for (LambdaFunction function : app.functions()) {
      if (function.reservedConcurrency().absent().alwaysHolds()) {
        continue;
      }
      List<EventSourceMapping> polling =
          app.triggers().mappings(Service.SQS, function).stream()
              .filter(mapping -> mapping.disabled().neverHolds())
              .toList();
      Problem exceeded = exceeded(function, polling);
      if (exceeded.truth().canHold()) {
        findings.report(exceeded);
      } else {
        findings.report(outrun(function, polling, atFirst));
      }
    }
  }

  /** The limits of the mappings allow for more than the function may run at a time. */
  private static Problem exceeded(LambdaFunction function, List<EventSourceMapping> polling) {
    Setting reserved = function.reservedConcurrency();
    Possible<Double> limits =
        polling.stream()
            .map(mapping -> maximumConcurrency(mapping).number(0).orElse(0.0))
            .reduce(Possible.of(0.0), (sum, next) -> sum.with(next, Double::sum));
    Truth more =
        reserved.number(0).with(limits, (r, sum) -> r > 0 && sum > r).is(exceeds -> exceeds);
    Problem problem =
        Problem.at(
            reserved.place(),
            function.resource(),
            "%s reserves %s executions but its queues are polled for %s: throttled messages use up their receives"
                .formatted(function.name(), largest(reserved.number(0)), largest(limits)));
    for (EventSourceMapping mapping : polling) {
      if (maximumConcurrency(mapping).present().canHold()) {
        problem = problem.with(mapping.resource(), "a queue that it polls");
      }
    }
    return problem.when(more);
  }

  /** Without a limit Lambda starts with several executions, and adds more while messages wait. */
  private static Problem outrun(
      LambdaFunction function, List<EventSourceMapping> polling, double atFirst) {
    Setting reserved = function.reservedConcurrency();
    Problem problem =
        Problem.at(
                reserved.place(),
                function.resource(),
                "%s reserves %s executions but Lambda starts to poll with %s: throttled messages use up their receives"
                    .formatted(function.name(), largest(reserved.number(0)), Math.round(atFirst)))
            .as(WARNING);
    Truth unlimited = Truth.NO;
    for (EventSourceMapping mapping : polling) {
      Truth here = isUnlimited(mapping);
      if (here.canHold()) {
        problem = problem.with(mapping.resource(), "a queue that it polls without a limit");
        unlimited = unlimited.or(here);
      }
    }
    return problem.when(reserved.number(0).is(r -> r > 0 && r < atFirst).and(unlimited));
  }

  /** FIFO queues are polled for as many messages as they have groups. */
  private static Truth isUnlimited(EventSourceMapping mapping) {
    boolean standard =
        !mapping.pollsFifo()
            && (!mapping.sources().isEmpty()
                || mapping.option("EventSourceArn").text().certain().isPresent());
    return standard
        ? maximumConcurrency(mapping)
            .absent()
            .and(mapping.option("ProvisionedPollerConfig").absent())
        : Truth.NO;
  }

  private static Setting maximumConcurrency(EventSourceMapping mapping) {
    return mapping.option("ScalingConfig", "MaximumConcurrency");
  }

  private static String largest(Possible<Double> number) {
    return number.values().stream()
        .max(Double::compare)
        .map(n -> Long.toString(Math.round(n)))
        .orElse("few");
  }
}
