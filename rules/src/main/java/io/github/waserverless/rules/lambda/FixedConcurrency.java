package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.COST_OPTIMIZATION;
import static io.github.waserverless.rule.Principle.CONCURRENT_REQUESTS;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.ConcurrencyScaling;
import io.github.waserverless.app.InvocationMode;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Qualifiers;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Possible;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Optional;

/** Environments that are kept ready are paid for around the clock. */
@RuleInfo(
    id = "WAS123",
    name = "provisioned-concurrency-fixed",
    title = "Provisioned concurrency that does not follow the load",
    principles = {SPEEDY_SIMPLE_SINGULAR, CONCURRENT_REQUESTS},
    pillar = COST_OPTIMIZATION,
    severity = NOTE)
public final class FixedConcurrency implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    ConcurrencyScaling scaling = new ConcurrencyScaling(app);
    for (LambdaFunction function : app.functions()) {
      for (Resource qualified : app.qualifiers(function).provisioned()) {
        Setting executions = Qualifiers.executions(qualified);
        Truth beyond = exceeds(executions, function.property("ReservedConcurrentExecutions"));
        if (beyond.canHold()) {
          report(qualified, function, beyond, beyond(executions), ERROR, findings);
          continue;
        }
        Truth fixed = app.lacksAlways(function.resource(), scaling.targets(function));
        boolean unawaited = isUnawaited(function, app);
        report(
            qualified,
            function,
            unawaited ? Truth.YES : fixed,
            unawaited
                ? "provisioned concurrency, but nobody waits for it: queues and events bear a cold"
                    + " start"
                : "a fixed provisioned concurrency: it costs the same at night, and peaks go past it",
            unawaited ? WARNING : NOTE,
            findings);
      }
    }
  }

  private static Truth exceeds(Setting executions, Setting reserved) {
    Possible<Boolean> beyond =
        executions.number(0).with(reserved.number(Double.MAX_VALUE), (ready, most) -> ready > most);
    return beyond.is(b -> b);
  }

  private static String beyond(Setting executions) {
    return executions.text().certain().map(n -> n + " provisioned executions").orElse("more")
        + " than it has reserved: the deployment fails";
  }

  /** Whether all that invokes it is seen and takes its time. */
  private static boolean isUnawaited(LambdaFunction function, Application app) {
    return app.triggerKnowledge().isComplete(function)
        && !app.triggerKnowledge().isExposed(function)
        && !function.invoked(InvocationMode.SYNC);
  }

  private static void report(
      Resource qualified,
      LambdaFunction function,
      Truth truth,
      String fact,
      Severity severity,
      Findings findings) {
    Setting executions = Qualifiers.executions(qualified);
    findings.report(
        Problem.at(
                executions.place(),
                function.resource(),
                "%s has %s".formatted(function.name(), fact))
            .when(truth.and(Qualifiers.provisioned(qualified)).and(existence(qualified, function)))
            .as(severity)
            .grouped(new Grouping("functions", "have " + fact, Optional.empty())));
  }

  private static Truth existence(Resource qualified, LambdaFunction function) {
    return qualified.template().equals(function.resource().template())
        ? Truth.when(qualified.exists())
        : Truth.YES;
  }
}
