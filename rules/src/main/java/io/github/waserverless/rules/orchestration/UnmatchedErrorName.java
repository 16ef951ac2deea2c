package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.StateMachine;
import io.github.waserverless.app.states.Definition;
import io.github.waserverless.app.states.State;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The error of a Java function is called by the full name of the exception's class. */
@RuleInfo(
    id = "WAS521",
    name = "sfn-error-name-never-matches",
    title = "Error name that a Java function never reports",
    principles = {ORCHESTRATE_WITH_STATE_MACHINES, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = ERROR)
public final class UnmatchedErrorName implements Rule {

  private static final List<String> RESERVED =
      List.of("States.", "Lambda.", "Sandbox.", "Runtime.");

  @Override
  public void check(Application app, Findings findings) {
    for (StateMachine machine : app.stateMachines()) {
      for (Definition definition : machine.definitions()) {
        for (State task : definition.states()) {
          Optional<LambdaFunction> function =
              machine.invokesLambda(task)
                  ? machine.function(task).filter(LambdaFunction::runsJava)
                  : Optional.empty();
          if (function.isPresent()) {
            ThrownTypes types = new ThrownTypes(app, function.get());
            Place place = new Place(task, machine, definition);
            names(task).forEach(n -> check(n, place, function.get(), types, findings));
          }
        }
      }
    }
  }

  private static Stream<Setting> names(State task) {
    return Stream.concat(task.retriers().stream(), task.catchers().stream())
        .flatMap(handler -> handler.get("ErrorEquals").items().stream());
  }

  private record Place(State task, StateMachine machine, Definition definition) {}

  private static void check(
      Setting written, Place at, LambdaFunction function, ThrownTypes types, Findings findings) {
    Optional<String> name = written.text().certain().filter(n -> !isReserved(n));
    if (name.isEmpty()) {
      return;
    }
    Optional<String> reported =
        name.get().contains(".") ? types.declared(name.get()) : types.named(name.get());
    if (reported.isPresent() && !reported.get().equals(name.get())) {
      String message =
          "%s in %s waits for the error %s, but %s reports it as %s: this never matches"
              .formatted(
                  at.task().name(),
                  at.machine().name(),
                  name.get(),
                  function.name(),
                  reported.get());
      findings.report(problem(written, at, function, message).as(ERROR));
    } else if (reported.isEmpty() && name.get().contains(".") && types.isOwn(name.get())) {
      String message =
          "%s in %s waits for the error %s, which no source of %s declares: this never matches"
              .formatted(at.task().name(), at.machine().name(), name.get(), function.name());
      findings.report(problem(written, at, function, message).as(NOTE));
    }
  }

  private static boolean isReserved(String name) {
    return RESERVED.stream().anyMatch(name::startsWith);
  }

  private static Problem problem(
      Setting written, Place at, LambdaFunction function, String message) {
    return Problem.at(written.place(), at.machine().resource(), message)
        .with(function.resource(), "the function of " + at.task().name())
        .when(at.definition().applies());
  }
}
