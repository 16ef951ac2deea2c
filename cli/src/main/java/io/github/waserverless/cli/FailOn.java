package io.github.waserverless.cli;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.rule.Severity;
import java.util.Locale;

/** From which severity on findings fail a build. */
enum FailOn {
  ERROR,
  WARNING,
  NOTE,
  NEVER;

  boolean failsOn(Analysis analysis) {
    return this != NEVER
        && analysis.findings().stream()
            .anyMatch(f -> f.severity().compareTo(Severity.valueOf(name())) >= 0);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
