package io.github.waserverless.sarif;

import io.github.waserverless.app.Application;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.Run;
import io.github.waserverless.engine.SourceRoot;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.engine.Unreported;
import io.github.waserverless.report.View;
import io.github.waserverless.rule.Anchor;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A result that a test makes up, and the log of it. */
final class Sample {

  /** The result of a run that was given nothing to read. */
  private static final Analysis NOTHING =
      new Run(List.of(), Tables.shipped(LocalDate.of(2026, 11, 1)), Map.of()).analyze(List.of());

  private final List<Finding> findings = new ArrayList<>();
  private final List<Suppressed> suppressed = new ArrayList<>();
  private boolean withSuppressed;
  private final List<Notice> notices = new ArrayList<>();
  private final List<Analysis.Fault> faults = new ArrayList<>();
  private final Map<String, SourceFile> sources = new HashMap<>();

  @RuleInfo(
      id = "TST001",
      name = "queue-without-care",
      title = "Queue that nobody cares for",
      principles = {Principle.DESIGN_FOR_FAILURES, Principle.SHARE_NOTHING},
      pillar = Pillar.RELIABILITY,
      severity = Severity.WARNING)
  static final class Reliable implements Rule {
    @Override
    public void check(Application app, Findings into) {}
  }

  @RuleInfo(
      id = "TST002",
      name = "open-door",
      title = "Open door",
      principles = Principle.SPEEDY_SIMPLE_SINGULAR,
      pillar = Pillar.SECURITY,
      severity = Severity.ERROR)
  static final class Secure implements Rule {
    @Override
    public void check(Application app, Findings into) {}
  }

  static final RuleInfo RELIABLE = new Reliable().info();
  static final RuleInfo SECURE = new Secure().info();

  /** A place in a line. */
  static Location at(String file, int line, int from, int to) {
    return new Location(file, new Span(line, from, line, to));
  }

  /** A finding about nothing else than its place. */
  static Finding finding(RuleInfo rule, Severity severity, Location location, String message) {
    return new Finding(
        rule,
        severity,
        location,
        message,
        List.of(new Subject("Orders", "AWS::SQS::Queue", location, Optional.empty())),
        List.of(),
        List.of(),
        new Anchor("Resources/Orders", "Orders"));
  }

  Sample with(Finding finding) {
    findings.add(finding);
    return this;
  }

  /** A finding that somebody does not want, in a log that holds it all the same. */
  Sample with(Suppressed finding) {
    suppressed.add(finding);
    withSuppressed = true;
    return this;
  }

  Sample with(Notice notice) {
    notices.add(notice);
    return this;
  }

  Sample failing(String during) {
    faults.add(new Analysis.Fault(during, new IllegalStateException("secret detail")));
    return this;
  }

  Sample source(String file, String text) {
    sources.put(file, new SourceFile(Path.of("/nowhere", file), file, text));
    return this;
  }

  Log log() throws IOException {
    return log(Limits.GITHUB);
  }

  Log log(Limits limits) throws IOException {
    return Log.of(text(limits));
  }

  String text(Limits limits) throws IOException {
    Analysis analysis =
        new Analysis(
            findings.stream().sorted().toList(),
            new Unreported(suppressed, Optional.empty(), 0),
            notices,
            faults,
            NOTHING.statistics(),
            sources);
    Invocation invocation =
        new Invocation(
            "1.2.3",
            List.of(new Reliable(), new Secure()),
            new SourceRoot(Path.of("").toAbsolutePath(), false),
            Optional.of("infra"),
            new Included(withSuppressed, false),
            1,
            Optional.empty());
    StringBuilder out = new StringBuilder();
    new SarifReport(invocation, limits)
        .write(new View(analysis, Severity.WARNING, true, false), out);
    return out.toString();
  }
}
