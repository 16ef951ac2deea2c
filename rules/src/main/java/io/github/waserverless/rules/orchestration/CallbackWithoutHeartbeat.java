package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.StateMachine;
import io.github.waserverless.app.states.Definition;
import io.github.waserverless.app.states.IntegrationPattern;
import io.github.waserverless.app.states.State;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Truth;

/** A task token that nobody returns is waited for, if nothing else is said, for a year. */
@RuleInfo(
    id = "WAS514",
    name = "sfn-task-token-without-heartbeat",
    title = "Callback without a heartbeat",
    principles = {ORCHESTRATE_WITH_STATE_MACHINES, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = WARNING)
public final class CallbackWithoutHeartbeat implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (StateMachine machine : app.stateMachines()) {
      for (Definition definition : machine.definitions()) {
        check(machine, definition, findings);
      }
    }
  }

  private static void check(StateMachine machine, Definition definition, Findings findings) {
    StateProblems endless = new StateProblems(machine, definition);
    StateProblems late = new StateProblems(machine, definition);
    // Express workflows cannot wait for callbacks at all.
    Truth standard = machine.isExpress().not();
    for (State state : definition.states()) {
      if (!waits(state, machine)) {
        continue;
      }
      Truth limited = state.has("TimeoutSeconds").or(definition.timeout().present());
      Truth beats = state.has("HeartbeatSeconds");
      Truth noLimit = standard.and(limited.or(beats).not());
      endless.add(state.place(), state.name(), noLimit, WARNING);
      if (!state.isForPeople() && !noLimit.canHold()) {
        late.add(state.place(), state.name(), standard.and(beats.not()), NOTE);
      }
    }
    endless.reportEach(
        "%s waits for a callback in %s without a time limit: a lost token keeps it open for a year",
        findings);
    late.reportEach(
        "%s waits for a callback in %s without HeartbeatSeconds: it notices a dead worker only at "
            + "the timeout",
        endless.places(), findings);
  }

  private static boolean waits(State state, StateMachine machine) {
    return !state.isInExpressMap()
        && machine
            .integration(state)
            .filter(i -> i.pattern() == IntegrationPattern.WAIT_FOR_CALLBACK)
            .isPresent();
  }
}
