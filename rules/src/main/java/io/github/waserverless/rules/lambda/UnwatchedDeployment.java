package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.DeploymentGroup;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;
import java.util.Optional;

/** A canary only helps when something hears it. */
@RuleInfo(
    id = "WAS922",
    name = "deployment-without-alarm",
    title = "Gradual deployment that watches no alarm",
    principles = {SPEEDY_SIMPLE_SINGULAR, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = WARNING)
public final class UnwatchedDeployment implements Rule {

  private static final String FACT =
      "gradually but without an alarm: nothing stops or undoes a bad release";

  @Override
  public void check(Application app, Findings findings) {
    for (DeploymentGroup group : app.deploymentGroups()) {
      Resource resource = group.resource();
      Location place = resource.declared() ? resource.location() : group.configuration().place();
      findings.report(
          Problem.at(place, resource, "%s deploys %s".formatted(resource.name(), FACT))
              .when(isUnwatched(group))
              .grouped(new Grouping("functions", "deploy " + FACT, Optional.of(place))));
    }
  }

  /** Alarms that only some stages have show that the others were thought of. */
  private static Truth isUnwatched(DeploymentGroup group) {
    return Truth.of(group.ignoresAlarms().alwaysHolds()).and(group.shiftsAtOnce().not());
  }
}
