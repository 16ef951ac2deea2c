package io.github.waserverless.report;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.Span;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Workflow commands of GitHub Actions: a line each, which GitHub shows at the line it is about. */
public final class GithubReport implements Report {

  private final UnaryOperator<String> names;

  /**
   * A report.
   *
   * @param names what a file that is reported is called from the top of the checkout
   */
  public GithubReport(UnaryOperator<String> names) {
    this.names = names;
  }

  @Override
  public void write(View view, Appendable out) throws IOException {
    for (Finding finding : view.findings()) {
      String title = finding.rule().id() + " " + finding.rule().name();
      command(word(finding.severity()), finding.location(), title, finding.message(), out);
    }
    for (Notice notice : view.notices(Notice.Kind.UNREADABLE)) {
      command("error", notice.location(), "cannot be read", notice.message(), out);
    }
  }

  private void command(String word, Location place, String title, String message, Appendable out)
      throws IOException {
    Span span = place.span();
    out.append("::" + word + " file=" + property(Printable.of(names.apply(place.file()))))
        .append(",line=" + span.startLine() + ",endLine=" + span.endLine());
    if (span.onOneLine()) {
      out.append(",col=" + span.startColumn() + ",endColumn=" + span.endColumn());
    }
    out.append(",title=" + property(title) + "::" + data(Printable.of(message)) + "\n");
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
