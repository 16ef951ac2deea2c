package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.StateMachine;
import io.github.waserverless.app.states.Definition;
import io.github.waserverless.app.states.ErrorNames;
import io.github.waserverless.app.states.State;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first entry that names an error is the one that is used; what stands after it is not. */
@RuleInfo(
    id = "WAS517",
    name = "sfn-catch-all-misplaced",
    title = "Retrier or catcher that is never used",
    principles = {ORCHESTRATE_WITH_STATE_MACHINES, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = ERROR)
public final class MisplacedCatchAll implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (StateMachine machine : app.stateMachines()) {
      for (Definition definition : machine.definitions()) {
        new Check(machine, definition).run(findings);
      }
    }
  }

  /** One definition under check. */
  private static final class Check {

    private final Definition definition;
    private final StateProblems mixed;
    private final StateProblems early;
    private final StateProblems unused;
    private final StateProblems pointless;

    Check(StateMachine machine, Definition definition) {
      this.definition = definition;
      this.mixed = new StateProblems(machine, definition);
      this.early = new StateProblems(machine, definition);
      this.unused = new StateProblems(machine, definition);
      this.pointless = new StateProblems(machine, definition);
    }

    void run(Findings findings) {
      for (State state : definition.states()) {
        check(state, "Retry", state.retriers());
        check(state, "Catch", state.catchers());
        checkAttempts(state);
      }
      Set<Location> said = new HashSet<>();
      mixed.reportEach(
          "%s names States.ALL together with other errors in %s: the definition is refused",
          findings);
      said.addAll(mixed.places());
      early.reportEach(
          "%s goes on after States.ALL in %s: the definition is refused", said, findings);
      said.addAll(early.places());
      unused.reportEach(
          "%s never uses an entry in %s: those before it cover all its errors", said, findings);
      said.addAll(unused.places());
      pointless.reportEach(
          "%s tries nothing again in %s: the first retrier takes all errors, for 0 attempts",
          said, findings);
    }

    private void check(State state, String list, List<Setting> entries) {
      String name = "%s (%s)".formatted(state.name(), list);
      for (int i = 0; i < entries.size(); i++) {
        Location place = entries.get(i).get("ErrorEquals").place();
        ErrorNames errors = ErrorNames.of(entries.get(i));
        boolean all = errors.names().contains(ErrorNames.ALL);
        if (all && errors.names().size() > 1) {
          mixed.add(place, name, Truth.YES, ERROR);
        } else if (all && i < entries.size() - 1) {
          early.add(place, name, Truth.YES, ERROR);
          return;
        } else if (!all && isCovered(errors, entries.subList(0, i), state)) {
          unused.add(place, name, Truth.YES, ERROR);
        }
      }
    }

    /** States.TaskFailed stands for the errors of a task; of other states less is known. */
    private static boolean isCovered(ErrorNames errors, List<Setting> before, State state) {
      ErrorNames earlier = ErrorNames.of(before);
      return errors.complete()
          && !errors.names().isEmpty()
          && errors.names().stream()
              .allMatch(e -> state.is("Task") ? earlier.cover(e) : earlier.names().contains(e));
    }

    private void checkAttempts(State state) {
      if (!state.retriers().isEmpty()) {
        Setting first = state.retriers().get(0);
        Setting attempts = first.get("MaxAttempts");
        if (ErrorNames.of(first).names().equals(Set.of(ErrorNames.ALL))) {
          pointless.add(attempts.place(), state.name(), attempts.number(3).is(n -> n == 0), NOTE);
        }
      }
    }
  }
}
