package io.github.waserverless.report;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Subject;
import java.io.IOException;
import java.util.List;

/** One line for each finding, for editors and grep: place, severity, rule, message, resources. */
public final class CompactReport implements Report {

  @Override
  public void write(View view, Appendable out) throws IOException {
    for (Finding finding : view.findings()) {
      List<String> resources =
          finding.subjects().stream().map(Subject::logicalId).distinct().toList();
      out.append(TextReport.place(finding.location()))
          .append(": ")
          .append(finding.severity().word())
          .append(' ')
          .append(finding.rule().id())
          .append(' ')
          .append(Printable.of(finding.message()))
          .append(
              resources.isEmpty() ? "" : " [" + Printable.of(String.join(", ", resources)) + "]")
          .append("\n");
    }
  }
}
