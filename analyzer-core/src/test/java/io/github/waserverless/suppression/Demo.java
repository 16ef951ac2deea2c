package io.github.waserverless.suppression;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.Site;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.Run;
import io.github.waserverless.engine.SuppressionSettings;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Profile;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.rule.Suppression;
import io.github.waserverless.rule.SuppressionRule;
import io.github.waserverless.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules that find much, and runs of them over texts. */
final class Demo {

  /** Finds every queue, at its name if it has one. */
  @RuleInfo(
      id = "WAS701",
      name = "queue-exists",
      title = "Queue",
      principles = Principle.SHARE_NOTHING,
      pillar = Pillar.SECURITY,
      severity = Severity.WARNING)
  private static final class Queues implements Rule {

    @Override
    public void check(Application app, Findings findings) {
      for (Resource queue : app.resources("AWS::SQS::Queue")) {
        findings.report(
            Problem.at(queue.property("QueueName").place(), queue, queue.name() + " is a queue"));
      }
    }
  }

  /** Finds all topics at once. */
  @RuleInfo(
      id = "WAS708",
      name = "topics-exist",
      title = "Topics",
      principles = Principle.SHARE_NOTHING,
      pillar = Pillar.SECURITY,
      severity = Severity.WARNING)
  private static final class Topics implements Rule {

    @Override
    public void check(Application app, Findings findings) {
      for (Resource topic : app.resources("AWS::SNS::Topic")) {
        findings.report(
            Problem.of(topic, topic.name() + " is a topic")
                .grouped(new Grouping("topics", "are topics", Optional.empty())));
      }
    }
  }

  /** Finds every call of a handler. */
  @RuleInfo(
      id = "WAS103",
      name = "calls",
      title = "Calls",
      principles = Principle.SHARE_NOTHING,
      pillar = Pillar.SECURITY,
      severity = Severity.WARNING)
  private static final class Calls implements Rule {

    @Override
    public void check(Application app, Findings findings) {
      for (FunctionHandler handler : app.handlers()) {
        handler
            .reach()
            .sites(Site.CallSite.class)
            .forEach(
                call -> findings.report(Problem.in(handler, call, "calls " + call.site().name())));
      }
    }
  }

  /** Finds what every suppression was used for. */
  @RuleInfo(
      id = "WAS092",
      name = "uses",
      title = "Uses",
      principles = Principle.SHARE_NOTHING,
      pillar = Pillar.SECURITY,
      severity = Severity.NOTE)
  private static final class Uses implements SuppressionRule {

    @Override
    public Optional<Complaint> complaint(Suppression suppression, Use use) {
      String message = "%s %s (%s)".formatted(suppression.rule(), use, suppression.reason());
      return Optional.of(new Complaint(Severity.NOTE, message));
    }
  }

  private static final List<Rule> RULES =
      List.of(new Queues(), new Topics(), new Calls(), new Uses());

  private Demo() {}

  /** What is reported, as {@code line: message}. */
  static List<String> found(Path folder, String name, String text, boolean peers)
      throws IOException {
    return run(folder, Map.of(name, text), peers).findings().stream()
        .filter(f -> !f.rule().id().equals("WAS092"))
        .map(Demo::line)
        .toList();
  }

  /** What was suppressed, and why: {@code line: message: reason}. */
  static List<String> suppressed(Path folder, String name, String text) throws IOException {
    return run(folder, Map.of(name, text), true).suppressed().stream().map(Demo::line).toList();
  }

  /** What became of suppressions: {@code line: rule use (reason)}. */
  static List<String> uses(Path folder, String name, String text) throws IOException {
    return run(folder, Map.of(name, text), false).findings().stream()
        .filter(f -> f.rule().id().equals("WAS092"))
        .map(Demo::line)
        .toList();
  }

  private static Analysis run(Path folder, Map<String, String> texts, boolean peers)
      throws IOException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(folder.resolve(text.getKey()), text.getValue());
    }
    SuppressionSettings settings = new SuppressionSettings(RULES, List.of(), peers, false);
    return new Run(
            RULES, Tables.shipped(LocalDate.of(2026, 11, 1)), Map.of(), settings, Profile.CORE)
        .analyze(List.of(folder));
  }

  private static String line(Finding finding) {
    return finding.location().span().startLine() + ": " + finding.message();
  }

  private static String line(Suppressed suppressed) {
    return line(suppressed.finding()) + ": " + suppressed.by().reason();
  }
}
