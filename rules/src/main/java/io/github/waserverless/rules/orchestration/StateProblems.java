package io.github.waserverless.rules.orchestration;

import io.github.waserverless.app.StateMachine;
import io.github.waserverless.app.states.Definition;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is wrong with states of a machine, told once at each place: a definition that a template
 * holds as one line of text has one place for all its states.
 */
final class StateProblems {

  private static final int MOST_NAMES = 3;

  private final StateMachine machine;
  private final Definition definition;
  private final List<One> problems = new ArrayList<>();

  private record One(Location place, String name, Truth truth, Severity severity) {}

  StateProblems(StateMachine machine, Definition definition) {
    this.machine = machine;
    this.definition = definition;
  }

  /** Adds a problem of a state, by the state's name or more words for it. */
  void add(Location place, String name, Truth truth, Severity severity) {
    if (truth.canHold()) {
      problems.add(new One(place, name, truth, severity));
    }
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /**
   * Reports the states at each place.
   *
   * @param message the sentence, with the machine's name and those of the states to be filled in
   */
  void reportEach(String message, Findings findings) {
    reportEach(message, Set.of(), findings);
  }

  /** Like {@link #reportEach(String, Findings)}, but for places where graver things are said. */
  void reportEach(String message, Set<Location> graver, Findings findings) {
    Map<Location, List<One>> byPlace = new LinkedHashMap<>();
    problems.stream()
        .filter(p -> !graver.contains(p.place))
        .forEach(p -> byPlace.computeIfAbsent(p.place, k -> new ArrayList<>()).add(p));
    byPlace.values().forEach(some -> findings.report(problem(some, message)));
  }

  /** Where something is said. */
  Set<Location> places() {
    return problems.stream().map(One::place).collect(Collectors.toCollection(HashSet::new));
  }

  /** Reports all states at the first of their places. */
  void reportTogether(String message, Findings findings) {
    if (!isEmpty()) {
      findings.report(problem(problems, message));
    }
  }

  private Problem problem(List<One> some, String message) {
    One first = some.get(0);
    Severity gravest =
        some.stream().map(One::severity).max(Severity::compareTo).orElse(first.severity);
    Truth truth = some.stream().map(One::truth).reduce(Truth::or).orElse(first.truth);
    Problem problem =
        Problem.at(
                first.place,
                machine.resource(),
                message.formatted(machine.name(), names(some.stream().map(One::name).toList())))
            .when(definition.applies().and(truth))
            .as(gravest);
    for (One other : some) {
      if (!other.place.equals(first.place)) {
        problem = problem.with(other.place, other.name);
      }
    }
    return problem;
  }

  /** Names as a part of a sentence. */
  static String names(List<String> all) {
    List<String> names = all.stream().distinct().toList();
    if (names.size() == 1) {
      return names.get(0);
    }
    int shown = names.size() > MOST_NAMES ? MOST_NAMES : names.size() - 1;
    String last =
        names.size() > MOST_NAMES ? names.size() - shown + " more" : names.get(names.size() - 1);
    return String.join(", ", names.subList(0, shown)) + " and " + last;
  }
}
