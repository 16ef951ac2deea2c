package io.github.waserverless.output;

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
public enum Format {
  /** For people. */
  TEXT("txt"),
  /** One line for each finding. */
  COMPACT("compact.txt"),
  /** For programs. */
  JSON("json"),
  /** For code scanning. */
  SARIF("sarif"),
  /** Workflow commands of GitHub Actions. */
  GITHUB("github.txt"),
  /** The code quality report of GitLab. */
  GITLAB("gitlab.json"),
  /** XML as JUnit's. */
  JUNIT("junit.xml"),
  /** XML as Checkstyle's. */
  CHECKSTYLE("checkstyle.xml");

  private final String ending;

  Format(String ending) {
    this.ending = ending;
  }

  /** What a file is called that holds a report in this form. */
  public String fileName() {
    return "wa-serverless." + ending;
  }

  /** The report in this form; what only one form needs is loaded with it. */
  public Report report(boolean color, RunFacts run) {
    return switch (this) {
      case TEXT -> new TextReport(color, run.advice());
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
  public boolean reportsNotices(boolean quiet) {
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
