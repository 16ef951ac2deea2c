package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;

/** What an express execution did is known from its logs only. */
@RuleInfo(
    id = "WAS916",
    name = "sfn-logging-off",
    title = "State machine without logs",
    principles = ORCHESTRATE_WITH_STATE_MACHINES,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = NOTE)
public final class UnloggedStateMachine implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (Resource machine : app.resources("AWS::StepFunctions::StateMachine")) {
      Setting level = machine.property("LoggingConfiguration", "Level");
      Truth off = level.absent().or(level.is("OFF"));
      Truth express = machine.property("StateMachineType").is("EXPRESS");
      boolean keepsNoHistory = off.and(express).alwaysHolds();
      String consequence =
          keepsNoHistory
              ? "nothing tells what its express executions did"
              : "its history is gone after 90 days and cannot be searched";
      findings.report(
          Problem.at(
                  level.place(),
                  machine,
                  "%s writes no logs: %s".formatted(machine.name(), consequence))
              .when(off)
              .as(keepsNoHistory ? WARNING : NOTE));
    }
  }
}
