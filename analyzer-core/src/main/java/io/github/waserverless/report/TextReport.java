package io.github.waserverless.report;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Related;
import io.github.waserverless.rule.Step;
import io.github.waserverless.source.Lines;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Findings for people: each with the line that it is about; at the end what all of it amounts to.
 */
public final class TextReport implements Report {

  /** More related places than this are counted, not listed. */
  private static final int MOST_RELATED = 6;

  private final Style style;
  private final Advice advice;

  /** A report with or without the escape sequences of a terminal. */
  public TextReport(boolean color) {
    this(color, Advice.OF_COMMAND);
  }

  /** A report that tells its reader how to get more out of the caller of the run. */
  public TextReport(boolean color, Advice advice) {
    this.style = new Style(color);
    this.advice = advice;
  }

  @Override
  public void write(View view, Appendable out) throws IOException {
    Map<String, SourceFile> sources = view.analysis().sources();
    Map<String, Lines> lines = new HashMap<>();
    for (Finding finding : view.findings()) {
      SourceFile source = sources.get(finding.location().file());
      if (source != null && !lines.containsKey(source.name())) {
        // Findings come file by file.
        lines.clear();
      }
      Optional<Excerpt> excerpt =
          source == null
              ? Optional.empty()
              : Excerpt.of(
                  lines.computeIfAbsent(source.name(), n -> Lines.of(source.text())),
                  finding.location().span());
      write(finding, excerpt, out);
      out.append('\n');
    }
    if (view.summary()) {
      writeSummary(view, out);
    }
  }

  /** Writes only what all of it amounts to. */
  public void writeSummary(View view, Appendable out) throws IOException {
    new TextSummary(style, advice).write(view, out);
  }

  private void write(Finding finding, Optional<Excerpt> excerpt, Appendable out)
      throws IOException {
    String head = finding.severity().word() + " " + finding.rule().id();
    out.append(style.severity(finding.severity(), head))
        .append(style.strong(": " + Printable.of(finding.message())))
        .append('\n');
    String number = String.valueOf(finding.location().span().startLine());
    String gutter = " ".repeat(number.length());
    out.append(gutter).append(style.faint("--> ")).append(place(finding.location())).append('\n');
    if (excerpt.isPresent()) {
      write(excerpt.get(), finding, number, out);
    }
    writePath(finding, gutter, out);
    writeRelated(finding, gutter, out);
  }

  /** How the code is reached, when the handler's own method is not where it is. */
  private void writePath(Finding finding, String gutter, Appendable out) throws IOException {
    List<Step> path = finding.path();
    for (Step step : path.size() < 3 ? List.<Step>of() : path.subList(0, path.size() - 1)) {
      out.append(gutter)
          .append(style.faint(" = path "))
          .append(place(step.location()) + " " + Printable.of(step.message()))
          .append('\n');
    }
  }

  private void write(Excerpt excerpt, Finding finding, String number, Appendable out)
      throws IOException {
    String gutter = " ".repeat(number.length());
    out.append(style.faint(number + " | ")).append(excerpt.text()).append('\n');
    out.append(style.faint(gutter + " | "))
        .append(" ".repeat(excerpt.before()))
        .append(style.severity(finding.severity(), "^".repeat(excerpt.marked())))
        .append('\n');
  }

  private void writeRelated(Finding finding, String gutter, Appendable out) throws IOException {
    int shown = 0;
    for (Related related : finding.related()) {
      if (shown == MOST_RELATED) {
        int more = finding.related().size() - shown;
        out.append(gutter).append(style.faint(" = also ")).append(more + " more places\n");
        return;
      }
      out.append(gutter)
          .append(style.faint(" = also "))
          .append(place(related.location()))
          .append(related.message().isEmpty() ? "" : " " + Printable.of(related.message()))
          .append('\n');
      shown++;
    }
  }

  /** A place as editors and terminals understand it. */
  static String place(Location location) {
    return Printable.of(location.toString());
  }
}
