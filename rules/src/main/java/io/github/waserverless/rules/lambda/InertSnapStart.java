package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.PERFORMANCE_EFFICIENCY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Qualifiers;
import io.github.waserverless.app.Trigger;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Optional;

/** SnapStart serves published versions; whoever invokes the function itself gets nothing of it. */
@RuleInfo(
    id = "WAS111",
    name = "snapstart-inert",
    title = "SnapStart that no invocation uses",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = PERFORMANCE_EFFICIENCY,
    severity = WARNING)
public final class InertSnapStart implements Rule {

  private static final String CONSEQUENCE = "each cold start is a full one";

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      if (function.snapStart().is("PublishedVersions").canHold()
          && (app.triggerKnowledge().runsOnlyLatest(function) || isUnpublished(function, app))) {
        report(function, app.qualifiers(function), app, findings);
      }
    }
  }

  /** What nothing here invokes and nobody else knows has no version elsewhere either. */
  private static boolean isUnpublished(LambdaFunction function, Application app) {
    return function.triggers().isEmpty()
        && app.qualifiers(function).all().isEmpty()
        && !app.triggerKnowledge().isExposed(function);
  }

  private static void report(
      LambdaFunction function, Qualifiers qualifiers, Application app, Findings findings) {
    List<Resource> published = qualifiers.all();
    Truth inert = published.isEmpty() ? app.lacks(function.resource(), published) : Truth.YES;
    Setting applyOn = function.snapStart();
    String fact =
        published.isEmpty()
            ? "SnapStart but no published version"
            : "SnapStart for versions, but all that invokes it names $LATEST";
    Problem problem =
        Problem.at(
                applyOn.place(),
                function.resource(),
                "%s has %s: %s".formatted(function.name(), fact, CONSEQUENCE))
            .when(inert.and(applyOn.is("PublishedVersions")))
            .grouped(
                new Grouping(
                    "functions",
                    "have %s: %s".formatted(fact, CONSEQUENCE),
                    Optional.of(applyOn.place())));
    for (Trigger trigger : function.triggers()) {
      if (!trigger.place().equals(function.location())) {
        problem = problem.with(trigger.place(), trigger.service().inWords() + " invokes $LATEST");
      }
    }
    findings.report(problem);
  }
}
