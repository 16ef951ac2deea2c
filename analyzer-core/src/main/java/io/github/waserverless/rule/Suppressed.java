package io.github.waserverless.rule;

/** A finding that is not reported, and what says so. */
public record Suppressed(Finding finding, Suppression by) implements Comparable<Suppressed> {

  @Override
  public int compareTo(Suppressed other) {
    return finding.compareTo(other.finding);
  }
}
