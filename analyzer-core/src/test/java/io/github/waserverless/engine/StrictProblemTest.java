package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.RuleData;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Profile;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrictProblemTest {

  @TempDir Path folder;

  @RuleInfo(
      id = "WAS999",
      name = "queue-and-more",
      title = "Queue",
      principles = Principle.DESIGN_FOR_FAILURES,
      pillar = Pillar.RELIABILITY,
      severity = Severity.WARNING)
  private static final class QueueAndMore implements Rule {

    @Override
    public void check(Application app, Findings findings) {
      app.resources("AWS::SQS::Queue").forEach(q -> findings.report(Problem.of(q, "a queue")));
      app.resources("AWS::SNS::Topic")
          .forEach(t -> findings.report(Problem.of(t, "a topic").strict()));
    }
  }

  @BeforeEach
  void writeTemplate() throws IOException {
    Files.writeString(
        folder.resolve("template.yaml"),
        """
        Resources:
          Orders:
            Type: AWS::SQS::Queue
          Paid:
            Type: AWS::SNS::Topic
        """);
  }

  @Test
  void theCoreProfileKeepsItToItself() {
    assertEquals(List.of("a queue"), messages(Profile.CORE));
  }

  @Test
  void theStrictProfileTellsIt() {
    assertEquals(List.of("a queue", "a topic"), messages(Profile.STRICT));
  }

  private List<String> messages(Profile profile) {
    List<Rule> rules = List.of(new QueueAndMore());
    SuppressionSettings suppressions = SuppressionSettings.ofFiles(rules);
    RuleData tables = Tables.shipped(LocalDate.of(2026, 11, 1));
    Run run = new Run(rules, tables, Map.of(), suppressions, profile);
    return run.analyze(List.of(folder)).findings().stream().map(Finding::message).toList();
  }
}
