package io.github.waserverless.report;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.Span;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The end of a text report: what was found, read, and not looked at. */
final class TextSummary {

  private final Style style;
  private final Advice advice;

  TextSummary(Style style, Advice advice) {
    this.style = style;
    this.advice = advice;
  }

  void write(View view, Appendable out) throws IOException {
    List<Finding> findings = view.findings();
    if (!findings.isEmpty()) {
      writeRules(findings, out);
    }
    writeNotices("Cannot be read", view.notices(Notice.Kind.UNREADABLE), out);
    writeNotices("Not looked at", view.notices(Notice.Kind.NOT_LOOKED_AT), out);
    Analysis.Statistics read = view.analysis().statistics();
    if (read.files() == 0) {
      out.append("No CloudFormation or SAM template was read\n");
    }
    if (read.files() == 0 && read.code().handlers() == 0) {
      return;
    }
    out.append(style.strong(found(view))).append(hidden(view)).append('\n');
    UnreportedSummary.write(view.analysis().unreported(), out);
    writePrinciples(findings, out);
    writeRead(read, view.statistics(), out);
    if (!findings.isEmpty()) {
      String first = findings.get(0).rule().id();
      out.append("Why, and what is right instead: " + advice.explain() + first + "\n");
    }
  }

  private static void writeRead(Analysis.Statistics read, boolean values, Appendable out)
      throws IOException {
    out.append("Read " + Count.of(read.files(), "template"))
        .append(": " + Count.of(read.applications(), "application"))
        .append(", " + Count.of(read.resources(), "resource"))
        .append(", " + Count.of(read.functions(), "function"))
        .append(handlers(read.code()) + "\n");
    if (values) {
      out.append("Values: " + read.values().known() + " known, ")
          .append(read.values().references() + " refer to a resource, ")
          .append(read.values().unknown() + " decided at deployment\n");
      if (read.code().handlers() > 0) {
        writeCode(read.code(), out);
      }
    }
  }

  private static String handlers(Analysis.Code code) {
    int read = code.bound() + code.undeployed();
    return read == 0 ? "" : ", " + Count.of(read, "Java handler");
  }

  private static void writeCode(Analysis.Code code, Appendable out) throws IOException {
    out.append("Handlers: " + code.bound() + " of " + code.bindable())
        .append(" found in the sources, " + code.undeployed() + " without a template\n")
        .append("AWS calls: " + code.calls() + " with a known service and operation, ")
        .append(code.unknown() + " unknown\n");
  }

  private void writeRules(List<Finding> findings, Appendable out) throws IOException {
    Map<String, RuleInfo> rules = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Finding finding : findings) {
      rules.put(finding.rule().id(), finding.rule());
      counts.merge(finding.rule().id(), 1, Integer::sum);
    }
    out.append(style.strong("Rules")).append('\n');
    for (RuleInfo rule : rules.values()) {
      out.append("%5s  %s %s\n".formatted(counts.get(rule.id()), rule.id(), rule.name()));
    }
    out.append('\n');
  }

  private void writeNotices(String title, List<Notice> notices, Appendable out) throws IOException {
    if (notices.isEmpty()) {
      return;
    }
    out.append(style.strong(title)).append('\n');
    for (Notice notice : notices) {
      out.append("  ").append(line(notice)).append('\n');
    }
    out.append('\n');
  }

  /** A notice in one line. */
  static String line(Notice notice) {
    String place =
        notice.location().span().equals(Span.FILE_START)
            ? Printable.of(notice.location().file())
            : TextReport.place(notice.location());
    return place + ": " + Printable.of(notice.message());
  }

  private static String found(View view) {
    if (view.findings().isEmpty()) {
      return view.hidden() == 0 ? "Found nothing" : "Found no errors or warnings";
    }
    return "Found " + Count.bySeverity(view.findings());
  }

  private String hidden(View view) {
    return view.hidden() == 0
        ? ""
        : " ("
            + Count.of(view.hidden(), "note")
            + (view.hidden() == 1
                ? " hidden: " + advice.notes() + " shows it)"
                : " hidden: " + advice.notes() + " shows them)");
  }

  /** A finding counts for its rule's main principle, so that the sum is right. */
  private static void writePrinciples(List<Finding> findings, Appendable out) throws IOException {
    Map<Principle, Map<Severity, Integer>> counts = new EnumMap<>(Principle.class);
    for (Finding finding : findings) {
      counts
          .computeIfAbsent(finding.rule().principles()[0], p -> new EnumMap<>(Severity.class))
          .merge(finding.severity(), 1, Integer::sum);
    }
    int widest = counts.keySet().stream().mapToInt(p -> p.inWords().length()).max().orElse(0);
    for (Map.Entry<Principle, Map<Severity, Integer>> entry : counts.entrySet()) {
      String words = entry.getKey().inWords();
      out.append("  " + words + " ".repeat(widest - words.length() + 2))
          .append(Count.listed(entry.getValue()))
          .append('\n');
    }
  }
}
