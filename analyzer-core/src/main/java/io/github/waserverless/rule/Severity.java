package io.github.waserverless.rule;

/** How much a finding matters, in SARIF's terms, least first. */
public enum Severity {
  NOTE,
  WARNING,
  ERROR;

  /** The lesser of two. */
  public Severity atMost(Severity other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The word that reports use. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
