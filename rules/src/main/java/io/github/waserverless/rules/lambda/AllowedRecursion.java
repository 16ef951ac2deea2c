package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Setting;
import java.util.Optional;

/** Lambda stops a function that keeps invoking itself, unless it is told not to. */
@RuleInfo(
    id = "WAS604",
    name = "recursive-loop-guard-disabled",
    title = "Function that may invoke itself for ever",
    principles = EVENTS_TRIGGER_TRANSACTIONS,
    pillar = RELIABILITY,
    severity = WARNING)
public final class AllowedRecursion implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      Setting loop = function.property("RecursiveLoop");
      findings.report(
          Problem.at(
                  loop.place(),
                  function.resource(),
                  "%s has Lambda's loop detection switched off: an endless loop runs until somebody sees the bill"
                      .formatted(function.name()))
              .when(loop.is("Allow"))
              .grouped(
                  new Grouping(
                      "functions",
                      "have Lambda's loop detection switched off: an endless loop runs until"
                          + " somebody sees the bill",
                      Optional.of(loop.place()))));
    }
  }
}
