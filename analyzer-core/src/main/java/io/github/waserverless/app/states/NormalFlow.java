package io.github.waserverless.app.states;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ways through a workflow on which nothing fails: no {@code Catch} leads anywhere. Tells which
 * states lie on all of them (the dominators of a flow graph).
 */
final class NormalFlow {

  /** Loops within loops take rounds; so many of them are nobody's workflow. */
  private static final int MOST_ROUNDS = 50;

  private final List<State> order = new ArrayList<>();
  private final Map<State, Integer> position = new HashMap<>();
  private final List<BitSet> ways = new ArrayList<>();
  private final boolean settled;

  NormalFlow(Workflow workflow) {
    Set<State> first = workflow.first();
    collect(first);
    for (int i = 0; i < order.size(); i++) {
      position.put(order.get(i), i);
      BitSet all = new BitSet();
      all.set(0, order.size());
      ways.add(all);
    }
    List<BitSet> predecessors = predecessors();
    boolean changed = true;
    for (int round = 0; changed && round < MOST_ROUNDS; round++) {
      changed = false;
      for (int i = 0; i < order.size(); i++) {
        BitSet way = new BitSet();
        if (!first.contains(order.get(i))) {
          way = common(predecessors.get(i));
        }
        way.set(i);
        changed |= !way.equals(ways.set(i, way));
      }
    }
    settled = !changed;
  }

  /** The states that can be reached, each after at least one that leads to it. */
  private void collect(Set<State> first) {
    Set<State> seen = new HashSet<>();
    Deque<State> path = new ArrayDeque<>();
    Deque<Iterator<State>> open = new ArrayDeque<>();
    open.push(first.iterator());
    while (!open.isEmpty()) {
      if (open.element().hasNext()) {
        State next = open.element().next();
        if (seen.add(next)) {
          path.push(next);
          open.push(next.successors(false).iterator());
        }
      } else {
        open.pop();
        if (!path.isEmpty()) {
          order.add(path.pop());
        }
      }
    }
    Collections.reverse(order);
  }

  private List<BitSet> predecessors() {
    List<BitSet> predecessors = new ArrayList<>();
    order.forEach(state -> predecessors.add(new BitSet()));
    for (int i = 0; i < order.size(); i++) {
      for (State next : order.get(i).successors(false)) {
        Integer at = position.get(next);
        if (at != null) {
          predecessors.get(at).set(i);
        }
      }
    }
    return predecessors;
  }

  private BitSet common(BitSet states) {
    BitSet common = new BitSet();
    common.set(0, order.size());
    states.stream().forEach(i -> common.and(ways.get(i)));
    return common;
  }

  /** Whether a state is reached while nothing fails. */
  boolean reaches(State state) {
    return position.containsKey(state);
  }

  /** The states that have ended well whenever this one begins; none where that is not known. */
  Set<State> alwaysBefore(State state) {
    Integer at = position.get(state);
    if (at == null || !settled) {
      return Set.of();
    }
    BitSet way = (BitSet) ways.get(at).clone();
    way.clear(at);
    return states(way);
  }

  /** The states that have ended well whenever the workflow has. */
  Set<State> always() {
    BitSet common = new BitSet();
    for (int i = 0; i < order.size(); i++) {
      State state = order.get(i);
      if (state.is("Succeed") || state.get("End").isTrue().canHold()) {
        if (common.isEmpty()) {
          common.or(ways.get(i));
        } else {
          common.and(ways.get(i));
        }
      }
    }
    return settled ? states(common) : Set.of();
  }

  private Set<State> states(BitSet positions) {
    Set<State> states = new LinkedHashSet<>();
    positions.stream().forEach(i -> states.add(order.get(i)));
    return states;
  }
}
