package io.github.waserverless.rule;

/** Where a rule puts what it finds. */
@FunctionalInterface
public interface Findings {

  /** Takes a problem, which becomes a finding if it is true. */
  void report(Problem problem);
}
