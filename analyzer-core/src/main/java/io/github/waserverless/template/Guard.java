package io.github.waserverless.template;

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
    return this == ALWAYS || (this != NEVER && new Assignments(this).satisfiable());
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
}
