package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.PERFORMANCE_EFFICIENCY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.LambdaRuntimes;
import io.github.waserverless.app.Qualifiers;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Optional;

/** A Java function that callers wait for can start from a snapshot instead of from nothing. */
@RuleInfo(
    id = "WAS110",
    name = "snapstart-not-enabled",
    title = "Java function on the request path without SnapStart",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = PERFORMANCE_EFFICIENCY,
    severity = NOTE)
public final class SnapStartOff implements Rule {

  private static final double LARGEST_STORAGE = 512;
  private static final String CONSEQUENCE =
      "without SnapStart: callers wait while a cold start loads and initializes it";

  @Override
  public void check(Application app, Findings findings) {
    LambdaRuntimes runtimes = LambdaRuntimes.in(app.data());
    for (LambdaFunction function : app.functions()) {
      if (!function.servesCallers() || function.runsAtEdge()) {
        continue;
      }
      Truth java = function.runtime().is(r -> r.startsWith("java") && runtimes.supportSnapStart(r));
      Setting applyOn = function.snapStart();
      findings.report(
          Problem.at(
                  applyOn.place(),
                  function.resource(),
                  "%s answers callers %s".formatted(function.name(), CONSEQUENCE))
              .when(java.and(isOff(applyOn)).and(canHave(function, app.qualifiers(function))))
              .grouped(
                  new Grouping(
                      "functions",
                      "answer callers " + CONSEQUENCE,
                      applyOn.absent().alwaysHolds() ? app.globals(function) : Optional.empty())));
    }
  }

  private static Truth isOff(Setting applyOn) {
    return Truth.of(applyOn.absent().or(applyOn.is("None")).alwaysHolds());
  }

  /** What excludes SnapStart, or stands in for it. */
  private static Truth canHave(LambdaFunction function, Qualifiers qualifiers) {
    Truth free =
        function
            .property("FileSystemConfigs")
            .absent()
            .and(function.property("CapacityProviderConfig").absent())
            .and(function.property("DurableConfig").absent())
            .and(
                function
                    .property("EphemeralStorage", "Size")
                    .number(LARGEST_STORAGE)
                    .is(size -> size <= LARGEST_STORAGE));
    for (Resource qualified : qualifiers.provisioned()) {
      free = free.and(Qualifiers.provisioned(qualified).not());
    }
    return free;
  }
}
