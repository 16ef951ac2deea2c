package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** Without versions there is nothing to shift traffic between, and nothing to go back to. */
@RuleInfo(
    id = "WAS920",
    name = "no-version-alias",
    title = "Function on the request path without an alias",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = NOTE)
public final class UnversionedFunction implements Rule {

  private static final String CONSEQUENCE =
      "without a version and alias: a release reaches all of them at once, with no way back";

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      if (!isRelevant(function) || isInert(function)) {
        continue;
      }
      findings.report(
          Problem.of(
                  function.resource(),
                  "%s answers callers %s".formatted(function.name(), CONSEQUENCE))
              .when(app.lacksAlways(function.resource(), app.qualifiers(function).all()))
              .grouped(
                  new Grouping(
                      "functions", "answer callers " + CONSEQUENCE, app.globals(function))));
    }
  }

  private static boolean isRelevant(LambdaFunction function) {
    return function.servesCallers() && !function.runsAtEdge() && !function.hasInlineCode();
  }

  /** The lack of versions is told as what makes SnapStart do nothing. */
  private static boolean isInert(LambdaFunction function) {
    return function.snapStart().is("PublishedVersions").canHold();
  }
}
