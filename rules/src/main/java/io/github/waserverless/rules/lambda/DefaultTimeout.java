package io.github.waserverless.rules.lambda;

import static io.github.waserverless.app.InvocationMode.ASYNC;
import static io.github.waserverless.app.InvocationMode.POLL;
import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** Three seconds are the default time limit, and few know it before it strikes. */
@RuleInfo(
    id = "WAS107",
    name = "timeout-not-set",
    title = "Function with the default timeout",
    principles = {SPEEDY_SIMPLE_SINGULAR, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = WARNING)
public final class DefaultTimeout implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      if (function.runsAtEdge()) {
        continue;
      }
      boolean losesEvents = losesEvents(function);
      String consequence =
          losesEvents
              ? "a cold start of Java can take longer, and then the event is tried again"
              : "what takes longer than 3 s is cut off";
      findings.report(
          Problem.at(
                  function.timeout().place(),
                  function.resource(),
                  "%s has no Timeout: %s".formatted(function.name(), consequence))
              .when(function.timeout().absent())
              .as(losesEvents ? ERROR : function.hasInlineCode() ? NOTE : WARNING)
              .grouped(
                  new Grouping(
                      "functions", "have no Timeout: " + consequence, app.globals(function))));
    }
  }

  private static boolean losesEvents(LambdaFunction function) {
    return function.runsJava() && (function.invoked(POLL) || function.invoked(ASYNC));
  }
}
