package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.CONCURRENT_REQUESTS;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Service;
import io.github.waserverless.app.Trigger;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Optional;

/** A function that may not run at all refuses whatever its triggers bring. */
@RuleInfo(
    id = "WAS208",
    name = "reserved-concurrency-zero",
    title = "Function that may never run",
    principles = CONCURRENT_REQUESTS,
    pillar = RELIABILITY,
    severity = ERROR)
public final class NoConcurrency implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      if (!function.triggers().isEmpty()) {
        report(function, findings);
      }
    }
  }

  private static void report(LambdaFunction function, Findings findings) {
    Setting reserved = function.reservedConcurrency();
    Truth none = reserved.number(1).is(executions -> executions == 0);
    if (!none.canHold()) {
      return;
    }
    String services =
        String.join(
            " and ",
            function.triggers().stream()
                .map(Trigger::service)
                .map(Service::inWords)
                .distinct()
                .toList());
    findings.report(
        Problem.at(
                reserved.place(),
                function.resource(),
                "%s reserves 0 executions: whatever %s sends is refused"
                    .formatted(function.name(), services))
            .when(none)
            .conditionallyAs(WARNING)
            .grouped(
                new Grouping(
                    "functions",
                    "reserve 0 executions: whatever their triggers send is refused",
                    Optional.of(reserved.place()))));
  }
}
