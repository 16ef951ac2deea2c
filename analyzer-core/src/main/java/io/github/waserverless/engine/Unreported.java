package io.github.waserverless.engine;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Suppressed;
import java.util.List;
import java.util.Optional;

/**
 * Findings of a run that are not reported as such.
 *
 * @param suppressed those that someone says are accepted
 * @param compared those that a baseline holds
 * @param elsewhere how many concern only files that nobody asked about
 */
public record Unreported(List<Suppressed> suppressed, Optional<Compared> compared, int elsewhere) {

  /** Nothing is kept back. */
  public static final Unreported NOTHING = new Unreported(List.of(), Optional.empty(), 0);

  /**
   * How a run compares with a baseline.
   *
   * @param known the findings that the baseline holds
   * @param gone what it holds that is no longer found
   */
  public record Compared(List<Finding> known, List<Gone> gone) {}

  /**
   * A finding that is no longer there.
   *
   * @param file its file, as it is called on every machine
   */
  public record Gone(String rule, String file, String message) {}
}
