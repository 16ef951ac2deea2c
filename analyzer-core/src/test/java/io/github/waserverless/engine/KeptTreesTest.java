package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.RuleData;
import io.github.waserverless.app.SourceCode;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Profile;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.suppression.Suppressions;
import io.github.waserverless.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not kept is read again, and nobody sees a difference. */
class KeptTreesTest {

  private static final String QUEUE = "{Type: AWS::SQS::Queue}";

  @TempDir Path folder;

  /** Tells what it sees of an application: its queues and what refers to them. */
  @RuleInfo(
      id = "T1",
      name = "seen",
      title = "Seen",
      principles = Principle.DESIGN_FOR_FAILURES,
      pillar = Pillar.RELIABILITY,
      severity = Severity.WARNING)
  private static final class Seen implements Rule {
    @Override
    public void check(Application app, Findings findings) {
      for (Resource queue : app.resources("AWS::SQS::Queue")) {
        int readers =
            app.referring(queue, "AWS::Lambda::EventSourceMapping", "EventSourceArn").size();
        String seen = app.templates().size() + " templates, " + readers + " readers";
        findings.report(Problem.of(queue, queue.name() + ": " + seen));
      }
    }
  }

  private Path write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private Analysis analysis(long characters) {
    List<Rule> rules = List.of(new Seen());
    return new Run(
            rules,
            Tables.shipped(LocalDate.EPOCH),
            Map.of(),
            SuppressionSettings.ofFiles(rules),
            Profile.STRICT,
            () -> new KeptTrees(characters))
        .analyze(List.of(folder));
  }

  private static List<String> told(Analysis analysis) {
    return analysis.findings().stream()
        .map(f -> f.location() + " " + f.rule().id() + " " + f.message() + " " + f.anchor())
        .toList();
  }

  @Test
  void whatIsReadAgainIsJudgedAsWhatIsKept() throws IOException {
    write(
        "a/parent.yaml",
        """
        Resources:
          Q: %s
          Child:
            Type: AWS::CloudFormation::Stack
            Properties: {TemplateURL: child.yaml, Parameters: {Arn: !GetAtt Q.Arn}}
        """
            .formatted(QUEUE));
    write(
        "a/child.yaml",
        """
        Parameters: {Arn: {Type: String}}
        Resources:
          M: {Type: AWS::Lambda::EventSourceMapping, Properties: {EventSourceArn: !Ref Arn}}
        """);
    write(
        "b/exporter.yaml",
        "Resources: {E: "
            + QUEUE
            + "}\nOutputs: {O: {Value: !GetAtt E.Arn, Export: {Name: the-queue}}}\n");
    write(
        "c/importer.yaml",
        """
        Resources:
          M:
            Type: AWS::Lambda::EventSourceMapping
            Properties: {EventSourceArn: !ImportValue the-queue}
        """);
    write("d/alone.yaml", "Resources:\n  A: " + QUEUE + " # wa-serverless:ignore T1 on purpose\n");
    Analysis kept = analysis(Long.MAX_VALUE);
    Analysis readAgain = analysis(0);
    assertEquals(
        List.of("E: 2 templates, 1 readers", "Q: 2 templates, 1 readers"),
        kept.findings().stream().map(f -> f.message()).sorted().toList());
    assertEquals(told(kept), told(readAgain));
    assertEquals(1, readAgain.suppressed().size());
    assertEquals(kept.statistics(), readAgain.statistics());
    assertEquals(kept.sources().keySet(), readAgain.sources().keySet());
  }

  @Test
  void anApplicationIsLetGoWhenItIsJudged() throws IOException {
    Path file = write("t.yaml", "Resources: {Q: " + QUEUE + "}\n");
    TemplateFile template = file(file);
    AtomicInteger readings = new AtomicInteger();
    TemplateFile counted =
        new TemplateFile(
            template.open().orElseThrow(),
            () -> {
              readings.incrementAndGet();
              return template.open();
            });
    Judged judged = judging().judge(new Group(List.of(counted), Map.of(), shipped()));
    assertEquals(
        List.of("Q: 1 templates, 0 readers"),
        judged.findings().stream().map(f -> f.message()).toList());
    assertEquals(0, readings.get());
    assertTrue(counted.open().isPresent());
    assertEquals(1, readings.get());
  }

  @Test
  void aFileThatIsNoTemplateAnyMoreIsTold() throws IOException {
    Path file = write("t.yaml", "Resources: {Q: " + QUEUE + "}\n");
    TemplateFile template = file(file);
    template.release();
    Files.writeString(file, "other: text\n");
    Judged judged = judging().judge(new Group(List.of(template), Map.of(), shipped()));
    assertEquals(List.of(), judged.findings());
    assertEquals(
        List.of("has changed while it was read"),
        judged.notices().stream().map(n -> n.message()).toList());
  }

  private static RuleData shipped() {
    return Tables.shipped(LocalDate.EPOCH);
  }

  private static TemplateFile file(Path file) {
    TemplateLoader loader = new TemplateLoader(Map.of(), shipped(), RootedFiles.ANYWHERE);
    return new TemplateReader(loader, new KeptTrees(Long.MAX_VALUE))
        .read(new Candidate(file, true))
        .templates()
        .get(0);
  }

  private static Judging judging() {
    List<Rule> rules = List.of(new Seen());
    return new Judging(
        rules,
        Profile.STRICT,
        shipped(),
        new MethodsRead(SourceCode.NONE),
        ConstructPlaces.NONE,
        new Suppressing(rules, SuppressionSettings.ofFiles(rules)),
        Suppressions.NONE,
        false);
  }
}
