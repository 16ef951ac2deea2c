package io.github.waserverless.maven;

import io.github.waserverless.configuration.FailOn;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.report.Advice;
import io.github.waserverless.report.Count;
import io.github.waserverless.rule.Finding;
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
    if (!failing.isEmpty()) {
      words.append("\nWhy, and what is right instead: ");
      words.append(advice.explain()).append(failing.get(0).rule().id());
    }
    return words.toString();
  }
}
