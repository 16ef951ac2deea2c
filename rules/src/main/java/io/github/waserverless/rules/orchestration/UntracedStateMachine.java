package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;

/** A trace should not end where a workflow begins. */
@RuleInfo(
    id = "WAS903",
    name = "sfn-tracing-off",
    title = "State machine without tracing",
    principles = ORCHESTRATE_WITH_STATE_MACHINES,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class UntracedStateMachine implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (Resource machine : app.resources("AWS::StepFunctions::StateMachine")) {
      Setting enabled = machine.property("TracingConfiguration", "Enabled");
      findings.report(
          Problem.at(
                  enabled.place(),
                  machine,
                  "%s is not traced: no trace connects its steps".formatted(machine.name()))
              .when(enabled.isTrue().not()));
    }
  }
}
