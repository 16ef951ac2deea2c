package io.github.waserverless.report;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Fingerprint;
import io.github.waserverless.rule.Severity;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** The code quality report of GitLab, which merge requests show. */
public final class GitlabReport implements Report {

  private final UnaryOperator<String> names;

  /**
   * A report.
   *
   * @param names what a file that is reported is called from the top of the checkout
   */
  public GitlabReport(UnaryOperator<String> names) {
    this.names = names;
  }

  @Override
  public void write(View view, Appendable out) throws IOException {
    // Over all findings, so that what is shown does not change what they are recognised by.
    List<Finding> all = view.analysis().findings();
    List<Fingerprint> fingerprints = Fingerprint.of(all, names);
    JsonWriter json = new JsonWriter(out);
    json.array(
        () -> {
          for (int i = 0; i < all.size(); i++) {
            Finding finding = all.get(i);
            String fingerprint = fingerprints.get(i).text();
            if (view.shows(finding)) {
              json.object(() -> issue(finding, fingerprint, json));
            }
          }
        });
    json.end();
  }

  private void issue(Finding finding, String fingerprint, JsonWriter json) throws IOException {
    json.member("type", "issue")
        .member("check_name", finding.rule().id() + " " + finding.rule().name())
        .member("description", finding.message())
        .member("severity", word(finding.severity()))
        .member("fingerprint", fingerprint);
    json.object(
        "location",
        () -> {
          json.member("path", names.apply(finding.location().file()));
          json.object(
              "lines",
              () ->
                  json.member("begin", finding.location().span().startLine())
                      .member("end", finding.location().span().endLine()));
        });
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case NOTE -> "info";
    };
  }
}
