package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
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

/** A standard workflow may run for a year, and what it waits for may never come. */
@RuleInfo(
    id = "WAS513",
    name = "sfn-no-timeout",
    title = "State machine without a time limit",
    principles = ORCHESTRATE_WITH_STATE_MACHINES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class EndlessTask implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (StateMachine machine : app.stateMachines()) {
      for (Definition definition : machine.definitions()) {
        check(machine, definition, findings);
      }
    }
  }

  private static void check(StateMachine machine, Definition definition, Findings findings) {
    StateProblems jobs = new StateProblems(machine, definition);
    StateProblems calls = new StateProblems(machine, definition);
    Truth endless = machine.isExpress().not().and(definition.timeout().absent());
    for (State state : definition.states()) {
      if (!state.is("Task") || state.isInExpressMap()) {
        continue;
      }
      Truth unlimited = endless.and(state.has("TimeoutSeconds").not());
      IntegrationPattern pattern =
          machine
              .integration(state)
              .map(i -> i.pattern())
              .orElse(IntegrationPattern.REQUEST_RESPONSE);
      if (pattern == IntegrationPattern.REQUEST_RESPONSE) {
        calls.add(definition.head(), state.name(), unlimited, NOTE);
      } else if (pattern == IntegrationPattern.RUN_A_JOB || beats(state)) {
        jobs.add(definition.head(), state.name(), unlimited, WARNING);
      }
    }
    jobs.reportTogether(
        "%s limits neither its executions nor %s: a job that hangs keeps one open for a year",
        findings);
    if (jobs.isEmpty()) {
      calls.reportTogether(
          "%s limits neither its executions nor %s: one that goes astray runs on for a year",
          findings);
    }
  }

  /** A callback that has no limit at all is another rule's. */
  private static boolean beats(State state) {
    return state.has("HeartbeatSeconds").canHold();
  }
}
