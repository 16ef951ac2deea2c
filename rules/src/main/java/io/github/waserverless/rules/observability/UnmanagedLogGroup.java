package io.github.waserverless.rules.observability;

import static io.github.waserverless.rule.Pillar.COST_OPTIMIZATION;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.LogGroups;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.Optional;

/** The log group that Lambda creates by itself keeps everything forever, and survives the stack. */
@RuleInfo(
    id = "WAS907",
    name = "log-group-not-managed",
    title = "Function whose log group no template manages",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = COST_OPTIMIZATION,
    severity = WARNING)
public final class UnmanagedLogGroup implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    LogGroups logGroups = LogGroups.in(app);
    for (LambdaFunction function : app.functions()) {
      if (function.runsAtEdge()) {
        continue;
      }
      findings.report(
          Problem.of(
                  function.resource(),
                  "%s has no log group in a template: Lambda creates one that keeps logs forever"
                      .formatted(function.name()))
              .when(logGroups.unmanaged(function))
              .grouped(
                  new Grouping(
                      "functions",
                      "have no log group in a template: Lambda creates ones that keep logs forever",
                      Optional.empty())));
    }
  }
}
