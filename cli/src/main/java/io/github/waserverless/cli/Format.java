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
  JSON;

  Report report(boolean color) {
    return switch (this) {
      case TEXT -> new TextReport(color);
      case COMPACT -> new CompactReport();
      case JSON -> new JsonReport(Version.current());
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
