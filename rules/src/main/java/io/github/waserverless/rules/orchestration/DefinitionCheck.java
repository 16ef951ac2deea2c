package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.StateMachine;
import io.github.waserverless.app.states.Definition;
import io.github.waserverless.app.states.State;
import io.github.waserverless.app.states.Workflow;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for what the Amazon States Language forbids in one definition. */
final class DefinitionCheck {

  private static final String NOWHERE =
      "%s goes from %s, but there is no such state: the definition is refused";
  private static final String OPEN_END =
      "%s neither goes on nor ends after %s: the definition is refused";
  private static final String NO_START = "%s has no StartAt in %s: the definition is refused";
  private static final String NO_OBJECT =
      "%s has no object for %s among its states: the definition is refused";
  private static final String MIXED =
      "%s mixes JSONPath and JSONata in %s: the definition is refused";
  private static final String UNBOUND =
      "%s does not substitute %s: it reaches Step Functions as it is written";
  private static final String UNREACHED = "%s never comes to %s: nothing leads there";

  private static final Set<String> GO_ON = Set.of("Task", "Pass", "Wait", "Parallel", "Map");

  private static final List<String> JSON_PATH_ONLY =
      List.of(
          "InputPath",
          "OutputPath",
          "ResultPath",
          "ResultSelector",
          "Parameters",
          "ItemsPath",
          "TimeoutSecondsPath",
          "HeartbeatSecondsPath",
          "MaxConcurrencyPath",
          "SecondsPath",
          "TimestampPath",
          "CausePath",
          "ErrorPath");

  private static final List<String> JSONATA_ONLY = List.of("Arguments", "Output", "Items");

  private final StateMachine machine;
  private final Definition definition;
  private final Map<String, StateProblems> problems = new LinkedHashMap<>();

  DefinitionCheck(StateMachine machine, Definition definition) {
    this.machine = machine;
    this.definition = definition;
  }

  void run(Findings findings) {
    StateProblems names = new StateProblems(machine, definition);
    definition
        .unboundNames()
        .forEach((name, place) -> names.add(place, "${" + name + "}", Truth.YES, ERROR));
    names.reportTogether(UNBOUND, findings);
    check(definition.workflow());
    definition.states().forEach(this::checkLanguage);
    Set<Location> said = names.places();
    problems.forEach(
        (message, some) -> {
          some.reportEach(message, said, findings);
          said.addAll(some.places());
        });
  }

  private void add(String message, Location place, String what, Truth truth, Severity severity) {
    problems
        .computeIfAbsent(message, m -> new StateProblems(machine, definition))
        .add(place, what, truth, severity);
  }

  private void check(Workflow workflow) {
    Setting start = workflow.setting().get("StartAt");
    String where = workflow.owner().map(State::name).orElse("its definition");
    if (workflow.setting().get("States").present().canHold()) {
      Location at = workflow.owner().map(State::place).orElse(definition.place());
      add(NO_START, at, where, start.absent(), ERROR);
    }
    if (workflow.isComplete()) {
      checkTarget(start, "StartAt", workflow);
      for (State state : workflow.states()) {
        state.transitions().forEach(next -> checkTarget(next, state.name(), workflow));
      }
      checkReach(workflow);
    }
    for (State state : workflow.states()) {
      Truth isObject = state.setting().isMapping();
      add(NO_OBJECT, state.place(), state.name(), isObject.not(), ERROR);
      Optional<String> type = state.get("Type").text().certain();
      if (type.filter(GO_ON::contains).isPresent()) {
        Truth open = state.get("Next").absent().and(state.get("End").isTrue().not());
        add(OPEN_END, state.place(), state.name(), open, ERROR);
      }
      state.inner().forEach(this::check);
    }
  }

  private void checkTarget(Setting next, String from, Workflow workflow) {
    next.text()
        .certain()
        .filter(target -> workflow.named(target).isEmpty() && !target.contains("${"))
        .ifPresent(target -> add(NOWHERE, next.place(), from + " to " + target, Truth.YES, ERROR));
  }

  /** Only where every transition is known. */
  private void checkReach(Workflow workflow) {
    boolean known =
        !workflow.first().isEmpty()
            && workflow.states().stream()
                .flatMap(state -> state.transitions().stream())
                .allMatch(next -> next.text().certain().isPresent());
    Set<State> reached = workflow.reached();
    for (State state : workflow.states()) {
      if (known && !reached.contains(state) && state.setting().isMapping().canHold()) {
        add(UNREACHED, state.place(), state.name(), Truth.YES, WARNING);
      }
    }
  }

  private void checkLanguage(State state) {
    Optional<String> language = state.queryLanguage();
    boolean jsonata = language.filter("JSONata"::equals).isPresent();
    if (!jsonata && language.filter("JSONPath"::equals).isEmpty()) {
      return;
    }
    List<Setting> foreign = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String field : jsonata ? JSON_PATH_ONLY : JSONATA_ONLY) {
      collect(state.get(field), field, foreign, names);
    }
    String test = jsonata ? "Variable" : "Condition";
    state.get("Choices").items().forEach(r -> collect(r.get(test), test, foreign, names));
    if (!foreign.isEmpty()) {
      String what = "%s (%s)".formatted(state.name(), StateProblems.names(names));
      add(MIXED, foreign.get(0).place(), what, foreign.get(0).present(), ERROR);
    }
  }

  private static void collect(
      Setting field, String name, List<Setting> foreign, List<String> names) {
    if (field.present().canHold()) {
      foreign.add(field);
      names.add(name);
    }
  }
}
