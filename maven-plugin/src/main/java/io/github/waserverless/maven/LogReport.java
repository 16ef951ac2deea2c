package io.github.waserverless.maven;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.report.Advice;
import io.github.waserverless.report.TextReport;
import io.github.waserverless.report.View;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** The text report in Maven's log, each finding at its level. */
final class LogReport {

  private LogReport() {}

  static void write(View view, Advice advice, Log log) {
    TextReport report = new TextReport(false, advice);
    for (Finding finding : view.findings()) {
      Analysis alone = view.analysis().with(List.of(finding));
      print(report, new View(alone, Severity.NOTE, false, false), level(finding.severity(), log));
    }
    StringBuilder summary = new StringBuilder();
    try {
      report.writeSummary(view, summary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean unread = view.analysis().hasUnreadableInput();
    summary.toString().lines().forEach(unread ? log::warn : log::info);
  }

  private static void print(TextReport report, View view, Consumer<CharSequence> line) {
    StringBuilder text = new StringBuilder();
    try {
      report.write(view, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    text.toString().lines().forEach(line);
  }

  private static Consumer<CharSequence> level(Severity severity, Log log) {
    return switch (severity) {
      case ERROR -> log::error;
      case WARNING -> log::warn;
      case NOTE -> log::info;
    };
  }
}
