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
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A failure in the middle of a workflow leaves behind what the states before it did. */
@RuleInfo(
    id = "WAS512",
    name = "sfn-task-without-catch",
    title = "Task without a catch",
    principles = {ORCHESTRATE_WITH_STATE_MACHINES, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = NOTE)
public final class TaskWithoutCatch implements Rule {

  /** So many writes before a failure are work half done. */
  private static final int MANY_WRITES = 2;

  /** Names of functions that look something up or work something out. */
  private static final Pattern READS =
      Pattern.compile(
          "(?i)(get|list|describe|check|validate|verify|query|read|fetch|is|has|find|look|calc|"
              + "comput|generat|prepar|transform|pars|extract|format|convert|decod|choos|select|"
              + "wait|poll|detect|analy[sz]|classif|predict|start|init).*");

  private static final Pattern TELLS =
      Pattern.compile("(?i)notif|report|inform|e-?mail|\\bsms\\b|success|result|alert|publish");

  @Override
  public void check(Application app, Findings findings) {
    for (StateMachine machine : app.stateMachines()) {
      for (Definition definition : machine.definitions()) {
        check(machine, definition, findings);
      }
    }
  }

  private static void check(StateMachine machine, Definition definition, Findings findings) {
    StateProblems all = new StateProblems(machine, definition);
    StateProblems halfDone = new StateProblems(machine, definition);
    String left = "";
    for (State task : definition.states()) {
      Truth uncaught = task.isCaught().not();
      if (task.is("Task")
          && task.isReachedNormally()
          && uncaught.canHold()
          && !isLastWord(task, machine)) {
        List<State> around = task.withEnclosing();
        State outermost = around.get(around.size() - 1);
        List<String> writes = writesBefore(task, definition, machine);
        if (writes.size() >= MANY_WRITES) {
          halfDone.add(outermost.place(), outermost.name(), uncaught, WARNING);
          left = left.isEmpty() ? StateProblems.names(writes) : left;
        }
        all.add(outermost.place(), outermost.name(), uncaught, NOTE);
      }
    }
    if (halfDone.isEmpty()) {
      all.reportTogether(
          "%s has no Catch in %s: a failure there leads to no state of its own", findings);
    } else {
      halfDone.reportTogether(
          "%%s has no Catch in %%s: after a failure there, what %s did stays"
              .formatted(left.replace("%", "%%")),
          findings);
    }
  }

  /** The names of the states that have certainly changed something when a task begins. */
  private static List<String> writesBefore(
      State task, Definition definition, StateMachine machine) {
    Set<State> before = Set.copyOf(task.alwaysBefore());
    return definition.states().stream()
        .filter(before::contains)
        .filter(state -> writes(state, machine))
        .map(State::name)
        .distinct()
        .toList();
  }

  /** Whether a task only tells somebody that all is done. */
  private static boolean isLastWord(State task, StateMachine machine) {
    boolean tells =
        TELLS.matcher(task.name()).find()
            || machine.integration(task).filter(i -> i.is("sns", "publish")).isPresent();
    return tells && task.isLastTask();
  }

  private static boolean writes(State state, StateMachine machine) {
    return machine.invokesLambda(state)
        ? !READS.matcher(state.name()).matches()
        : machine.integration(state).filter(i -> i.writes()).isPresent();
  }
}
