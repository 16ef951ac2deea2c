package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.StateMachine;
import io.github.waserverless.app.states.Definition;
import io.github.waserverless.app.states.State;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Truth;

/** Lambda throttles and fails now and then; a task that does not try again fails with it. */
@RuleInfo(
    id = "WAS511",
    name = "sfn-task-without-retry",
    title = "Task without a retry",
    principles = {ORCHESTRATE_WITH_STATE_MACHINES, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = WARNING)
public final class TaskWithoutRetry implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (StateMachine machine : app.stateMachines()) {
      // Whoever waits for the answer of an express workflow can call it again.
      Severity severity = machine.answersRequests().alwaysHolds() ? NOTE : WARNING;
      for (Definition definition : machine.definitions()) {
        check(machine, definition, severity, findings);
      }
    }
  }

  private static void check(
      StateMachine machine, Definition definition, Severity severity, Findings findings) {
    StateProblems calls = new StateProblems(machine, definition);
    StateProblems others = new StateProblems(machine, definition);
    for (State state : definition.states()) {
      if (machine.integration(state).isPresent()) {
        Truth once = state.isRetried().not();
        if (machine.invokesLambda(state)) {
          calls.add(state.place(), state.name(), once, severity);
        } else {
          others.add(state.place(), state.name(), once, NOTE);
        }
      }
    }
    calls.reportTogether(
        "%s calls Lambda without Retry in %s: a throttled call or a short outage fails it at once",
        findings);
    if (calls.isEmpty()) {
      others.reportTogether(
          "%s has no Retry in %s: a throttled call or a short outage fails it at once", findings);
    }
  }
}
