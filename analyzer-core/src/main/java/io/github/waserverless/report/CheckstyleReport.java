package io.github.waserverless.report;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The XML that Checkstyle writes and many tools read. */
public final class CheckstyleReport implements Report {

  private final String version;

  /** A report of this version of the tool. */
  public CheckstyleReport(String version) {
    this.version = version;
  }

  @Override
  public void write(View view, Appendable out) throws IOException {
    Map<String, List<Finding>> files = new LinkedHashMap<>();
    for (Finding finding : view.findings()) {
      files.computeIfAbsent(finding.location().file(), f -> new ArrayList<>()).add(finding);
    }
    XmlWriter xml = new XmlWriter(out);
    xml.element(
        "checkstyle",
        () -> {
          for (Map.Entry<String, List<Finding>> file : files.entrySet()) {
            xml.element("file", () -> errors(file.getValue(), xml), "name", file.getKey());
          }
        },
        "version",
        version);
  }

  private static void errors(List<Finding> findings, XmlWriter xml) throws IOException {
    for (Finding finding : findings) {
      Span span = finding.location().span();
      xml.empty(
          "error",
          "line",
          String.valueOf(span.startLine()),
          "column",
          String.valueOf(span.startColumn()),
          "severity",
          word(finding.severity()),
          "message",
          finding.message(),
          "source",
          "wa-serverless." + finding.rule().id());
    }
  }

  private static String word(Severity severity) {
    return severity == Severity.NOTE ? "info" : severity.word();
  }
}
