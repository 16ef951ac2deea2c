package io.github.waserverless.cli;

import io.github.waserverless.report.CompactReport;
import io.github.waserverless.report.JsonReport;
import io.github.waserverless.report.Report;
import io.github.waserverless.report.TextReport;
import java.util.Locale;

/** The forms of a report. */
enum Format {
  TEXT,
  COMPACT,
  JSON,
  SARIF;

  /** The report in this form; what only one form needs is loaded with it. */
  Report report(boolean color, RunFacts run) {
    return switch (this) {
      case TEXT -> new TextReport(color);
      case COMPACT -> new CompactReport();
      case JSON -> new JsonReport(Version.current());
      case SARIF -> SarifFormat.report(run);
    };
  }

  /** Whether the report itself says what could not be read. */
  boolean reportsNotices(boolean quiet) {
    return this == JSON || this == SARIF || (this == TEXT && !quiet);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
