package io.github.waserverless.sarif;

/**
 * What a log holds beside the findings that are reported.
 *
 * @param suppressed whether it holds those that are suppressed
 * @param known whether it holds those that a baseline knows
 */
public record Included(boolean suppressed, boolean known) {

  /** Nothing. */
  public static final Included NOTHING = new Included(false, false);
}
