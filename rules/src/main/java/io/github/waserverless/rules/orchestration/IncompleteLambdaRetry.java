package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A retry that leaves out the errors of Lambda itself is of no help when Lambda throttles. */
@RuleInfo(
    id = "WAS518",
    name = "sfn-lambda-retry-incomplete",
    title = "Retry without the errors of Lambda",
    principles = {ORCHESTRATE_WITH_STATE_MACHINES, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = NOTE)
public final class IncompleteLambdaRetry implements Rule {

  /** Source: AWS Step Functions Developer Guide, "Handle transient Lambda service exceptions". */
  private static final List<String> TRANSIENT =
      List.of(
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.TooManyRequestsException");

  @Override
  public void check(Application app, Findings findings) {
    for (StateMachine machine : app.stateMachines()) {
      for (Definition definition : machine.definitions()) {
        check(machine, definition, findings);
      }
    }
  }

  /** States whose Retry lacks the same errors have one cause. */
  private static void check(StateMachine machine, Definition definition, Findings findings) {
    Map<List<String>, StateProblems> byMissing = new LinkedHashMap<>();
    for (State state : definition.states()) {
      List<String> missing = machine.invokesLambda(state) ? missing(state) : List.of();
      if (!missing.isEmpty()) {
        byMissing
            .computeIfAbsent(missing, m -> new StateProblems(machine, definition))
            .add(state.get("Retry").place(), state.name(), Truth.YES, NOTE);
      }
    }
    Set<Location> said = new HashSet<>();
    byMissing.forEach(
        (missing, problems) -> {
          if (said.addAll(problems.places())) {
            problems.reportTogether(
                "%%s retries %%s without %s: what passes in seconds fails at once"
                    .formatted(StateProblems.names(missing)),
                findings);
          }
        });
  }

  /** The errors that neither the state nor one around it tries again; none if it has no Retry. */
  private static List<String> missing(State state) {
    if (state.retriers().isEmpty()) {
      return List.of();
    }
    List<Setting> retriers = new ArrayList<>();
    state.withEnclosing().forEach(s -> retriers.addAll(s.retriers()));
    ErrorNames retried = ErrorNames.of(retriers);
    return TRANSIENT.stream().filter(e -> !retried.mayCover(e)).toList();
  }
}
