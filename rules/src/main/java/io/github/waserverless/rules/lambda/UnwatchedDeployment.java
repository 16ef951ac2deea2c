package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
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

  private static final String UNWATCHED =
      "gradually but without an alarm: nothing stops or undoes a bad release";
  private static final String UNTESTED =
      "gradually but without a hook: nothing tries the new version before it gets traffic";

  @Override
  public void check(Application app, Findings findings) {
    for (DeploymentGroup group : app.deploymentGroups()) {
      Truth gradual = group.shiftsAtOnce().not();
      Truth unwatched = group.ignoresAlarms().and(gradual);
      findings.report(problem(group, UNWATCHED).when(unwatched));
      if (!unwatched.canHold()) {
        findings.report(
            problem(group, UNTESTED).when(gradual.and(group.lacksHooks())).as(NOTE).strict());
      }
    }
  }

  private static Problem problem(DeploymentGroup group, String fact) {
    Resource resource = group.resource();
    Location place = resource.declared() ? resource.location() : group.configuration().place();
    return Problem.at(place, resource, "%s deploys %s".formatted(resource.name(), fact))
        .grouped(new Grouping("functions", "deploy " + fact, Optional.of(place)));
  }
}
