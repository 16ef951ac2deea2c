package io.github.waserverless.template;

/** Where a value comes from, weakest last. */
public enum Origin {
  /** Written in the template, or given for this run. */
  WRITTEN,
  /** One of the entries of a mapping, or one of the allowed values of a parameter. */
  LISTED,
  /** The default of a parameter: another value may be deployed. */
  DEFAULT;

  /** The weaker of two: what a conclusion from both rests on. */
  public Origin and(Origin other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
