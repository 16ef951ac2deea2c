package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.StateMachine;
import io.github.waserverless.app.states.Definition;
import io.github.waserverless.app.states.State;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Possible;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Optional;

/** A task that gives up before its function does lets two runs of it work at once. */
@RuleInfo(
    id = "WAS520",
    name = "sfn-task-timeout-vs-function-timeout",
    title = "Task that gives up before its function",
    principles = ORCHESTRATE_WITH_STATE_MACHINES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class ShortTaskTimeout implements Rule {

  private static final double DEFAULT_TIMEOUT = 3;

  /** How long somebody waits, and how long what he waits for may take, in seconds. */
  private record Times(double waits, double takes) {

    boolean tooShort() {
      return waits < takes;
    }
  }

  @Override
  public void check(Application app, Findings findings) {
    for (StateMachine machine : app.stateMachines()) {
      for (Definition definition : machine.definitions()) {
        for (State state : definition.states()) {
          if (state.is("Task") && !meetsItsFunction(state, machine, definition, findings)) {
            continue;
          }
          meetsTheMachine(state, machine, definition, findings);
        }
      }
    }
  }

  private static boolean meetsItsFunction(
      State task, StateMachine machine, Definition definition, Findings findings) {
    Setting timeout = task.get("TimeoutSeconds");
    Optional<LambdaFunction> function =
        machine.invokesLambda(task) ? machine.function(task) : Optional.empty();
    if (function.isEmpty() || !timeout.present().canHold()) {
      return true;
    }
    Possible<Times> times =
        timeout
            .number(Double.MAX_VALUE)
            .with(function.get().timeout().number(DEFAULT_TIMEOUT), Times::new);
    Truth tooShort = times.is(Times::tooShort).and(machine.startsAsEvent(task).not());
    if (!tooShort.canHold()) {
      return true;
    }
    String name = function.get().name();
    findings.report(
        Problem.at(
                timeout.place(),
                machine.resource(),
                times
                    .certain()
                    .map(
                        t ->
                            "%s gives up on %s after %s s, but %s may run for %s s: it goes on behind the failed task"
                                .formatted(
                                    machine.name(),
                                    task.name(),
                                    (long) t.waits,
                                    name,
                                    (long) t.takes))
                    .orElse(
                        "%s gives up on %s before %s must end: it goes on behind the failed task"
                            .formatted(machine.name(), task.name(), name)))
            .when(definition.applies().and(tooShort))
            .with(function.get().resource(), "its function"));
    return false;
  }

  private static void meetsTheMachine(
      State state, StateMachine machine, Definition definition, Findings findings) {
    Setting timeout = state.get("TimeoutSeconds");
    Setting whole = definition.timeout();
    if (!timeout.present().canHold() || state.distributedMap().isPresent()) {
      return;
    }
    Possible<Times> times = whole.number(Double.MAX_VALUE).with(timeout.number(0), Times::new);
    findings.report(
        Problem.at(
                timeout.place(),
                machine.resource(),
                "%s ends before the time limit of %s: neither Retry nor Catch takes its timeout"
                    .formatted(machine.name(), state.name()))
            .when(definition.applies().and(times.is(Times::tooShort)))
            .as(WARNING)
            .with(whole.place(), "the limit of the whole execution"));
  }
}
