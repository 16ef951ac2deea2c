package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.DeploymentGroup;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Origin;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Optional;

/** An alias could send a few callers to a new version first. */
@RuleInfo(
    id = "WAS921",
    name = "no-gradual-deployment",
    title = "Alias that switches to a new version at once",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class SuddenDeployment implements Rule {

  private static final String CONSEQUENCE = "a bad release gets all the traffic";
  private static final String AT_ONCE = "AllAtOnce";

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      List<Resource> aliases = app.qualifiers(function).aliases();
      if (aliases.isEmpty() || function.runsAtEdge()) {
        continue;
      }
      Setting preference = function.property("DeploymentPreference");
      if (aliases.stream().anyMatch(alias -> !alias.declared())) {
        checkPreference(function, preference, app, findings);
      } else if (aliases.stream().allMatch(SuddenDeployment::switches)) {
        findings.report(
            problem(function, aliases.get(0).location(), "an alias without gradual deployment"));
      }
    }
    for (DeploymentGroup group : app.deploymentGroups()) {
      if (group.resource().declared()) {
        group.functions(app).forEach(f -> checkType(f, group.configuration(), findings));
      }
    }
  }

  /** An alias that neither CodeDeploy nor weights of its own shift step by step. */
  private static boolean switches(Resource alias) {
    return DeploymentGroup.updatePolicy(alias)
        .absent()
        .and(alias.property("RoutingConfig").absent())
        .alwaysHolds();
  }

  private static void checkPreference(
      LambdaFunction function, Setting preference, Application app, Findings findings) {
    Setting enabled = preference.get("Enabled");
    if (preference.absent().alwaysHolds()) {
      String fact = "an alias without gradual deployment";
      findings.report(
          problem(function, function.location(), fact)
              .grouped(grouping("have " + fact, app.globals(function))));
    } else if (isWritten(enabled.is(SuddenDeployment::isFalse))) {
      String fact = "gradual deployment switched off";
      findings.report(problem(function, enabled.place(), fact));
    } else {
      checkType(function, preference.get("Type"), findings);
    }
  }

  private static boolean isFalse(String text) {
    return text.equalsIgnoreCase("false");
  }

  private static void checkType(LambdaFunction function, Setting type, Findings findings) {
    if (isWritten(type.is(name -> name.endsWith(AT_ONCE)))) {
      Severity severity = function.servesCallers() ? WARNING : NOTE;
      findings.report(problem(function, type.place(), "the deployment AllAtOnce").as(severity));
    }
  }

  /** What a parameter or a condition decides differs from stage to stage. */
  private static boolean isWritten(Truth truth) {
    return truth.alwaysHolds() && truth.origin() == Origin.WRITTEN;
  }

  private static Problem problem(LambdaFunction function, Location place, String fact) {
    return Problem.at(
            place,
            function.resource(),
            "%s has %s: %s".formatted(function.name(), fact, CONSEQUENCE))
        .as(NOTE)
        .grouped(grouping("have " + fact, Optional.empty()));
  }

  private static Grouping grouping(String fact, Optional<Location> place) {
    return new Grouping("functions", fact + ": " + CONSEQUENCE, place);
  }
}
