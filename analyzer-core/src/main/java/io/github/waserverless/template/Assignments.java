package io.github.waserverless.template;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The truth values of the comparisons in a formula, all of them at once: a bit for each assignment.
 * A part that a formula holds many times is looked at once, for formulas of conditions grow
 * exponentially.
 */
final class Assignments {

  private static final int MOST_COMPARISONS = 10;

  private final Guard formula;
  private final Set<Guard> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Guard, BitSet> holding = new IdentityHashMap<>();
  private List<Guard.Comparison> comparisons = List.of();

  Assignments(Guard formula) {
    this.formula = formula;
  }

  /** Whether one makes the formula hold; one of many comparisons is taken to be satisfiable. */
  boolean satisfiable() {
    Set<Guard.Comparison> found = new LinkedHashSet<>();
    collect(formula, found);
    if (found.size() > MOST_COMPARISONS) {
      return true;
    }
    comparisons = List.copyOf(found);
    return holding(formula).intersects(consistent());
  }

  private void collect(Guard part, Set<Guard.Comparison> into) {
    if (into.size() > MOST_COMPARISONS || !seen.add(part)) {
      return;
    }
    if (part instanceof Guard.Comparison comparison) {
      into.add(comparison);
    } else if (part instanceof Guard.Named named) {
      collect(named.formula(), into);
    } else if (part instanceof Guard.Not not) {
      collect(not.operand(), into);
    } else if (part instanceof Guard.And and) {
      collect(and.left(), into);
      collect(and.right(), into);
    } else if (part instanceof Guard.Or or) {
      collect(or.left(), into);
      collect(or.right(), into);
    }
  }

  /** One subject cannot be equal to two texts. */
  private BitSet consistent() {
    BitSet consistent = all();
    List<Guard.Comparison> before = new ArrayList<>();
    for (Guard.Comparison c : comparisons) {
      for (Guard.Comparison other : before) {
        if (other.scope().equals(c.scope()) && other.subject().equals(c.subject())) {
          BitSet both = assigning(c);
          both.and(assigning(other));
          consistent.andNot(both);
        }
      }
      before.add(c);
    }
    return consistent;
  }

  private BitSet all() {
    BitSet all = new BitSet();
    all.set(0, 1 << comparisons.size());
    return all;
  }

  /** The assignments that a part of the formula holds in; nobody changes the result. */
  private BitSet holding(Guard part) {
    BitSet known = holding.get(part);
    if (known == null) {
      known = computed(part);
      holding.put(part, known);
    }
    return known;
  }

  private BitSet computed(Guard part) {
    if (part instanceof Guard.Constant constant) {
      return constant.holds() ? all() : new BitSet();
    }
    if (part instanceof Guard.Comparison comparison) {
      return assigning(comparison);
    }
    if (part instanceof Guard.Named named) {
      return holding(named.formula());
    }
    BitSet result;
    if (part instanceof Guard.Not not) {
      result = all();
      result.andNot(holding(not.operand()));
    } else if (part instanceof Guard.And and) {
      result = (BitSet) holding(and.left()).clone();
      result.and(holding(and.right()));
    } else {
      Guard.Or or = (Guard.Or) part;
      result = (BitSet) holding(or.left()).clone();
      result.or(holding(or.right()));
    }
    return result;
  }

  private BitSet assigning(Guard.Comparison comparison) {
    int index = comparisons.indexOf(comparison);
    BitSet result = new BitSet();
    for (int bits = 0; bits < 1 << comparisons.size(); bits++) {
      result.set(bits, (bits >> index & 1) == 1);
    }
    return result;
  }
}
