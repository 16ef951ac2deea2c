package io.github.waserverless.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Under which conditions something holds: a formula over the comparisons ({@code Fn::Equals}) that
 * a template's conditions make. Conditions stay symbolic; what a parameter's default would make of
 * them is not assumed.
 */
// Nothing but this interface makes constants, so no other thread can initialise them first.
@SuppressWarnings("ClassInitializationDeadlock")
public sealed interface Guard {

  /** Holds at every deployment. */
  Guard ALWAYS = new Constant(true);

  /** Holds at no deployment. */
  Guard NEVER = new Constant(false);

  /** True or false whatever is deployed. */
  record Constant(boolean holds) implements Guard {}

  /**
   * The comparison of something that only deployment knows.
   *
   * @param scope the template whose parameters are compared
   * @param subject what is compared, as text
   * @param value the text that it is compared with
   */
  record Comparison(String scope, String subject, String value) implements Guard {}

  /** A condition by its name in the template. */
  record Named(String name, Guard formula) implements Guard {}

  /** The opposite. */
  record Not(Guard operand) implements Guard {}

  /** Both. */
  record And(Guard left, Guard right) implements Guard {}

  /** At least one. */
  record Or(Guard left, Guard right) implements Guard {}

  /** Whether this and {@code other} hold together. */
  default Guard and(Guard other) {
    if (this == ALWAYS || other == NEVER || equals(other)) {
      return other;
    }
    return this == NEVER || other == ALWAYS ? this : new And(this, other);
  }

  /** Whether this or {@code other} holds. */
  default Guard or(Guard other) {
    if (this == NEVER || other == ALWAYS || equals(other)) {
      return other;
    }
    return this == ALWAYS || other == NEVER ? this : new Or(this, other);
  }

  /** Whether this does not hold. */
  default Guard not() {
    if (this == ALWAYS) {
      return NEVER;
    }
    if (this == NEVER) {
      return ALWAYS;
    }
    return this instanceof Not not ? not.operand : new Not(this);
  }

  /**
   * Whether some deployment makes this hold. Formulas over many comparisons are taken to be
   * possible.
   */
  default boolean possible() {
    return this == ALWAYS || (this != NEVER && Assignments.satisfy(this));
  }

  /** Whether {@code other} holds whenever this does. */
  default boolean implies(Guard other) {
    return other == ALWAYS || !and(other.not()).possible();
  }

  /** The formula in words that follow a statement: {@code when IsProd}, {@code unless IsProd}. */
  default String inWords() {
    if (this instanceof Named named) {
      return "when " + named.name();
    }
    if (this instanceof Not not && not.operand instanceof Named named) {
      return "unless " + named.name();
    }
    if (this instanceof Comparison comparison) {
      return "when " + comparison.subject() + " is " + comparison.value();
    }
    if (this instanceof And and) {
      return and.left().inWords() + " and " + and.right().inWords();
    }
    return "under some conditions";
  }

  /** Tries the truth values of the comparisons in a formula. */
  final class Assignments {

    private static final int MOST_COMPARISONS = 10;

    private Assignments() {}

    private static boolean satisfy(Guard formula) {
      Set<Comparison> found = new LinkedHashSet<>();
      collect(formula, found);
      if (found.size() > MOST_COMPARISONS) {
        return true;
      }
      List<Comparison> comparisons = List.copyOf(found);
      for (int bits = 0; bits < 1 << comparisons.size(); bits++) {
        if (consistent(comparisons, bits) && holds(formula, comparisons, bits)) {
          return true;
        }
      }
      return false;
    }

    private static void collect(Guard formula, Set<Comparison> into) {
      if (formula instanceof Comparison comparison) {
        into.add(comparison);
      } else if (formula instanceof Named named) {
        collect(named.formula(), into);
      } else if (formula instanceof Not not) {
        collect(not.operand(), into);
      } else if (formula instanceof And and) {
        collect(and.left(), into);
        collect(and.right(), into);
      } else if (formula instanceof Or or) {
        collect(or.left(), into);
        collect(or.right(), into);
      }
    }

    /** One subject cannot be equal to two texts. */
    private static boolean consistent(List<Comparison> comparisons, int bits) {
      Map<String, String> chosen = new java.util.HashMap<>();
      for (int i = 0; i < comparisons.size(); i++) {
        Comparison c = comparisons.get(i);
        if ((bits >> i & 1) == 1
            && chosen.putIfAbsent(c.scope() + '\n' + c.subject(), c.value()) != null) {
          return false;
        }
      }
      return true;
    }

    private static boolean holds(Guard formula, List<Comparison> comparisons, int bits) {
      if (formula instanceof Constant constant) {
        return constant.holds();
      }
      if (formula instanceof Comparison comparison) {
        return (bits >> comparisons.indexOf(comparison) & 1) == 1;
      }
      if (formula instanceof Named named) {
        return holds(named.formula(), comparisons, bits);
      }
      if (formula instanceof Not not) {
        return !holds(not.operand(), comparisons, bits);
      }
      if (formula instanceof And and) {
        return holds(and.left(), comparisons, bits) && holds(and.right(), comparisons, bits);
      }
      Or or = (Or) formula;
      return holds(or.left(), comparisons, bits) || holds(or.right(), comparisons, bits);
    }
  }
}
