package io.github.waserverless.configuration;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Severity;
import java.util.Locale;

/** From which severity on findings fail a build. */
public enum FailOn {
  /** Errors only. */
  ERROR,
  /** Errors and warnings. */
  WARNING,
  /** All findings. */
  NOTE,
  /** None. */
  NEVER;

  /** Whether a result fails. */
  public boolean failsOn(Analysis analysis) {
    return analysis.findings().stream().anyMatch(this::failsOn);
  }

  /** Whether a finding fails. */
  public boolean failsOn(Finding finding) {
    return this != NEVER && finding.severity().compareTo(Severity.valueOf(name())) >= 0;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
