package io.github.waserverless.report;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Related;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.util.List;

/** JUnit's XML: each finding is a test that fails. Without any, one test says that all is well. */
public final class JunitReport implements Report {

  private static final String TOOL = "wa-serverless";

  @Override
  public void write(View view, Appendable out) throws IOException {
    List<Finding> findings = view.findings();
    List<Notice> unreadable = view.notices(Notice.Kind.UNREADABLE);
    boolean clean = findings.isEmpty() && unreadable.isEmpty();
    String[] counts = {
      "name", TOOL,
      "tests", String.valueOf(clean ? 1 : findings.size() + unreadable.size()),
      "failures", String.valueOf(findings.size()),
      "errors", String.valueOf(unreadable.size())
    };
    XmlWriter xml = new XmlWriter(out);
    xml.element(
        "testsuites",
        () -> xml.element("testsuite", () -> cases(view, clean, xml), counts),
        counts);
  }

  private static void cases(View view, boolean clean, XmlWriter xml) throws IOException {
    if (clean) {
      xml.empty("testcase", "name", "no findings", "classname", TOOL);
    }
    for (Finding finding : view.findings()) {
      String[] failure = {"type", finding.severity().word(), "message", finding.message()};
      xml.element(
          "testcase",
          () -> xml.text("failure", text(finding), failure),
          place(name(finding), finding.location()));
    }
    for (Notice notice : view.notices(Notice.Kind.UNREADABLE)) {
      String[] error = {"type", "unreadable", "message", notice.message()};
      xml.element(
          "testcase",
          () -> xml.text("error", TextSummary.line(notice), error),
          place("cannot be read", notice.location()));
    }
  }

  private static String[] place(String name, Location location) {
    return new String[] {
      "name", name,
      "classname", location.file(),
      "file", location.file(),
      "line", String.valueOf(location.span().startLine())
    };
  }

  /** The rule and what it is about: two tests of one name would be taken for one. */
  private static String name(Finding finding) {
    List<String> about = finding.subjects().stream().map(Subject::logicalId).distinct().toList();
    return "%s %s: %s (line %s)"
        .formatted(
            finding.rule().id(),
            finding.rule().name(),
            String.join(", ", about),
            finding.location().span().startLine());
  }

  private static String text(Finding finding) {
    StringBuilder text = new StringBuilder(TextReport.place(finding.location()));
    for (Related related : finding.related()) {
      text.append('\n').append(TextReport.place(related.location())).append(' ');
      text.append(Printable.of(related.message()));
    }
    return text.toString();
  }
}
