package io.github.waserverless.report;

/**
 * How a reader gets more out of the caller of a run.
 *
 * @param explain what prints the page of a rule, but for the rule's id behind it
 * @param notes what makes the caller show notes
 */
public record Advice(String explain, String notes) {

  /** What the command is told. */
  public static final Advice OF_COMMAND = new Advice("wa-serverless explain ", "--notes");
}
