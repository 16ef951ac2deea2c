package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.StateMachine;
import io.github.waserverless.app.states.Definition;
import io.github.waserverless.app.states.Integration;
import io.github.waserverless.app.states.IntegrationPattern;
import io.github.waserverless.app.states.State;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Truth;
import java.util.Optional;

/** Express workflows call and go on: they wait for no job, token or distributed map. */
@RuleInfo(
    id = "WAS515",
    name = "sfn-express-unsupported-pattern",
    title = "Express workflow with what only standard workflows can do",
    principles = ORCHESTRATE_WITH_STATE_MACHINES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class ExpressWorkflowThatWaits implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (StateMachine machine : app.stateMachines()) {
      for (Definition definition : machine.definitions()) {
        StateProblems problems = new StateProblems(machine, definition);
        for (State state : definition.states()) {
          unsupported(state, machine)
              .ifPresent(
                  what ->
                      problems.add(
                          state.place(),
                          "%s (%s)".formatted(state.name(), what),
                          runsExpress(state, machine),
                          ERROR));
        }
        problems.reportEach(
            "%s waits in %s, but an express workflow cannot: Step Functions refuses the definition",
            findings);
      }
    }
  }

  private static Optional<String> unsupported(State state, StateMachine machine) {
    return state.isDistributedMap()
        ? Optional.of("a distributed map")
        : machine
            .integration(state)
            .filter(i -> i.pattern() != IntegrationPattern.REQUEST_RESPONSE)
            .map(Integration::inWords);
  }

  /** The machine, or the distributed map that the state runs in. */
  private static Truth runsExpress(State state, StateMachine machine) {
    return state.isInExpressMap()
        ? Truth.YES
        : state.distributedMap().isPresent() ? Truth.NO : machine.isExpress();
  }
}
