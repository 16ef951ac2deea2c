package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule for which one application is too much fails there and nowhere else. */
class RuleFaultTest {

  @RuleInfo(
      id = "T1",
      name = "deep",
      title = "Deep",
      principles = Principle.DESIGN_FOR_FAILURES,
      pillar = Pillar.RELIABILITY,
      severity = Severity.WARNING)
  private static final class Deep implements Rule {
    @Override
    public void check(Application app, Findings findings) {
      if (!app.resources("AWS::SNS::Topic").isEmpty()) {
        check(app, findings);
      }
      report(app, findings);
    }
  }

  @RuleInfo(
      id = "T2",
      name = "large",
      title = "Large",
      principles = Principle.DESIGN_FOR_FAILURES,
      pillar = Pillar.RELIABILITY,
      severity = Severity.WARNING)
  private static final class Large implements Rule {
    @Override
    public void check(Application app, Findings findings) {
      if (!app.resources("AWS::SNS::Topic").isEmpty()) {
        assertEquals(0, new long[Integer.MAX_VALUE][Integer.MAX_VALUE].length);
      }
      report(app, findings);
    }
  }

  private static void report(Application app, Findings findings) {
    for (Resource queue : app.resources("AWS::SQS::Queue")) {
      findings.report(Problem.of(queue, queue.name()));
    }
  }

  @Test
  void theOtherRulesAndApplicationsAreChecked(@TempDir Path folder) throws IOException {
    template(folder.resolve("a"), "A: {Type: AWS::SQS::Queue}", "B: {Type: AWS::SNS::Topic}");
    template(folder.resolve("b"), "C: {Type: AWS::SQS::Queue}");
    Run run =
        new Run(
            List.of(new Deep(), new Large()), Tables.shipped(LocalDate.of(2026, 11, 1)), Map.of());
    Analysis analysis = run.analyze(List.of(folder));
    assertEquals(
        List.of("T1 C", "T2 C"),
        analysis.findings().stream().map(f -> f.rule().id() + " " + f.message()).toList());
    String file = Names.of(folder.resolve("a/template.yaml"));
    assertEquals(
        List.of("T1 on " + file + " StackOverflowError", "T2 on " + file + " OutOfMemoryError"),
        analysis.faults().stream()
            .map(f -> f.during() + " " + f.cause().getClass().getSimpleName())
            .toList());
  }

  private static void template(Path folder, String... resources) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("template.yaml"), "Resources:\n  " + String.join("\n  ", resources) + "\n");
  }
}
