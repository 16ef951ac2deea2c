package io.github.waserverless.maven;

import io.github.waserverless.configuration.FailOn;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.report.Advice;
import io.github.waserverless.report.Count;
import io.github.waserverless.rule.Finding;
import java.util.Comparator;
import java.util.List;

/** Why a check fails the build, in words. */
final class Verdict {

  private Verdict() {}

  /**
   * The words.
   *
   * @param failOn from which severity on findings failed; {@code never} when none did
   */
  static String of(Analysis analysis, FailOn failOn, Advice advice) {
    StringBuilder words = new StringBuilder("wa-serverless ");
    List<Finding> failing = analysis.findings().stream().filter(failOn::failsOn).toList();
    if (!failing.isEmpty()) {
      words.append("found ").append(Count.bySeverity(failing));
    }
    int unreadable = analysis.statistics().unreadable();
    if (analysis.hasUnreadableInput()) {
      words
          .append(failing.isEmpty() ? "" : ", and ")
          .append("could not read ")
          .append(Count.of(unreadable, "file"));
    }
    failing.stream()
        .max(Comparator.comparing(Finding::severity))
        .ifPresent(
            worst ->
                words
                    .append("\nWhy, and what is right instead: ")
                    .append(advice.explain())
                    .append(worst.rule().id()));
    return words.toString();
  }
}
