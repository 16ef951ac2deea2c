package io.github.waserverless.cli;

import io.github.waserverless.engine.SourceRoot;
import io.github.waserverless.report.CheckstyleReport;
import io.github.waserverless.report.CompactReport;
import io.github.waserverless.report.GithubReport;
import io.github.waserverless.report.GitlabReport;
import io.github.waserverless.report.JsonReport;
import io.github.waserverless.report.JunitReport;
import io.github.waserverless.report.Report;
import io.github.waserverless.report.TextReport;
import java.util.Locale;

/** The forms of a report. */
enum Format {
  TEXT,
  COMPACT,
  JSON,
  SARIF,
  GITHUB,
  GITLAB,
  JUNIT,
  CHECKSTYLE;

  /** The report in this form; what only one form needs is loaded with it. */
  Report report(boolean color, RunFacts run) {
    return switch (this) {
      case TEXT -> new TextReport(color);
      case COMPACT -> new CompactReport();
      case JSON -> new JsonReport(Version.current());
      case SARIF -> SarifFormat.report(run);
      case GITHUB -> new GithubReport(SourceRoot.of(run.paths())::nameOf);
      case GITLAB -> new GitlabReport(SourceRoot.of(run.paths())::nameOf);
      case JUNIT -> new JunitReport();
      case CHECKSTYLE -> new CheckstyleReport(Version.current());
    };
  }

  /** Whether the report itself says what could not be read. */
  boolean reportsNotices(boolean quiet) {
    return switch (this) {
      case JSON, SARIF, GITHUB, JUNIT -> true;
      case TEXT -> !quiet;
      case COMPACT, GITLAB, CHECKSTYLE -> false;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
