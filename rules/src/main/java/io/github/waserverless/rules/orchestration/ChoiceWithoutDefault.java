package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.StateMachine;
import io.github.waserverless.app.states.ChoiceRules;
import io.github.waserverless.app.states.Definition;
import io.github.waserverless.app.states.State;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Truth;

/** An input that no rule of a choice expects ends the execution with an error of its own. */
@RuleInfo(
    id = "WAS516",
    name = "sfn-choice-without-default",
    title = "Choice without a default",
    principles = {ORCHESTRATE_WITH_STATE_MACHINES, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = WARNING)
public final class ChoiceWithoutDefault implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (StateMachine machine : app.stateMachines()) {
      for (Definition definition : machine.definitions()) {
        StateProblems problems = new StateProblems(machine, definition);
        for (State state : definition.states()) {
          if (state.is("Choice") && !new ChoiceRules(state).areExhaustive()) {
            // Whoever catches around it has a way for what no rule expects.
            Truth open = state.get("Default").absent().and(state.isCaught().not());
            problems.add(state.place(), state.name(), open, WARNING);
          }
        }
        problems.reportEach(
            "%s has no Default in %s: an input that fits none of its rules ends the execution",
            findings);
      }
    }
  }
}
