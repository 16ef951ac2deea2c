package io.github.waserverless.app.states;

import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * States of which one is the first: a whole definition, a branch of a Parallel state, or what a Map
 * state does for each item.
 */
public final class Workflow {

  private final Setting setting;
  private final @Nullable State owner;
  private final List<State> states;
  private final Map<String, List<State>> byName = new HashMap<>();
  private final Map<State, List<State>> predecessors = new HashMap<>();
  private @Nullable NormalFlow flow;

  private Workflow(Setting setting, @Nullable State owner) {
    this.setting = setting;
    this.owner = owner;
    this.states =
        setting.get("States").entries().stream()
            .map(named -> new State(named.name(), named.setting(), this))
            .toList();
    states.forEach(s -> byName.computeIfAbsent(s.name(), n -> new ArrayList<>()).add(s));
    for (State state : states) {
      for (State next : state.successors()) {
        predecessors.computeIfAbsent(next, n -> new ArrayList<>()).add(state);
      }
    }
  }

  /** The states of a whole definition. */
  static Workflow of(Setting document) {
    return new Workflow(document, null);
  }

  /** What runs inside of a state: its branches, or what it does for each item. */
  static List<Workflow> within(State state) {
    List<Workflow> inner = new ArrayList<>();
    state.setting().get("Branches").items().forEach(branch -> inner.add(of(branch, state)));
    for (String key : List.of("ItemProcessor", "Iterator")) {
      Setting processor = state.setting().get(key);
      if (processor.present().canHold()) {
        inner.add(of(processor, state));
      }
    }
    return inner;
  }

  private static Workflow of(Setting setting, State owner) {
    return new Workflow(setting, owner);
  }

  /** The object that has {@code StartAt} and {@code States}. */
  public Setting setting() {
    return setting;
  }

  /** The Parallel or Map state that it runs in. */
  public Optional<State> owner() {
    return Optional.ofNullable(owner);
  }

  /** Its own states, in the order of the source. */
  public List<State> states() {
    return states;
  }

  /** The states of a name: several where conditions choose among them. */
  public List<State> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /** Its states and those within them. */
  public List<State> all() {
    List<State> all = new ArrayList<>();
    for (State state : states) {
      all.add(state);
      state.inner().forEach(workflow -> all.addAll(workflow.all()));
    }
    return List.copyOf(all);
  }

  /** The states that {@code StartAt} may mean. */
  public Set<State> first() {
    Set<State> first = new LinkedHashSet<>();
    setting.get("StartAt").text().values().forEach(name -> first.addAll(named(name)));
    return first;
  }

  /** The states that can be reached, also after failures. */
  public Set<State> reached() {
    Set<State> reached = new LinkedHashSet<>();
    Deque<State> open = new ArrayDeque<>(first());
    while (!open.isEmpty()) {
      State next = open.remove();
      if (reached.add(next)) {
        open.addAll(next.successors());
      }
    }
    return reached;
  }

  /** The ways on which nothing fails. */
  synchronized NormalFlow flow() {
    NormalFlow known = flow;
    if (known == null) {
      known = new NormalFlow(this);
      flow = known;
    }
    return known;
  }

  /** The states that lead to a state without another between. */
  Set<State> entering(State state) {
    return new LinkedHashSet<>(predecessors.getOrDefault(state, List.of()));
  }

  /** The states from which a state can be reached; the state itself if it is in a loop. */
  public Set<State> before(State state) {
    Set<State> before = new LinkedHashSet<>();
    Deque<State> open = new ArrayDeque<>(predecessors.getOrDefault(state, List.of()));
    while (!open.isEmpty()) {
      State next = open.remove();
      if (before.add(next)) {
        open.addAll(predecessors.getOrDefault(next, List.of()));
      }
    }
    return before;
  }

  /** Whether all its states are known by name. */
  public boolean isComplete() {
    return setting.get("States").values().stream().allMatch(Workflow::isWritten);
  }

  private static boolean isWritten(Value states) {
    return states instanceof Mapping mapping
        && mapping.entries().stream()
            .noneMatch(e -> e.name().startsWith("Fn::") || e.name().contains("${"));
  }
}
