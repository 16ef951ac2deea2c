package io.github.waserverless.cli;

import io.github.waserverless.report.CompactReport;
import io.github.waserverless.report.JsonReport;
import io.github.waserverless.report.Report;
import io.github.waserverless.report.TextReport;
import java.util.Locale;
import java.util.function.Supplier;

/** The forms of a report. */
enum Format {
  TEXT,
  COMPACT,
  JSON,
  SARIF;

  Report report(boolean color, Supplier<Report> sarif) {
    return switch (this) {
      case TEXT -> new TextReport(color);
      case COMPACT -> new CompactReport();
      case JSON -> new JsonReport(Version.current());
      case SARIF -> sarif.get();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
