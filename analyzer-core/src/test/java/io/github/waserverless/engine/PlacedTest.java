package io.github.waserverless.engine;

import static io.github.waserverless.engine.Synthesized.created;
import static io.github.waserverless.engine.Synthesized.queue;
import static io.github.waserverless.engine.Synthesized.stack;
import static io.github.waserverless.engine.Synthesized.template;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.template.Resource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One line of a CDK application that makes several resources has one finding. */
class PlacedTest {

  /** As grave as a tag says. */
  @RuleInfo(
      id = "WAS701",
      name = "weighed-queue",
      title = "Queues and how grave they are",
      pillar = Pillar.RELIABILITY,
      principles = Principle.DESIGN_FOR_FAILURES,
      severity = Severity.WARNING)
  private static final class WeighedQueue implements Rule {

    @Override
    public void check(Application app, Findings findings) {
      for (Resource queue : app.resources("AWS::SQS::Queue")) {
        boolean grave = queue.property("Tag").is("grave").canHold();
        Problem problem = Problem.of(queue, queue.name() + " is here");
        findings.report(problem.as(grave ? Severity.ERROR : Severity.NOTE));
      }
    }
  }

  @TempDir Path folder;

  private Synthesized app;

  @BeforeEach
  void synthesize() throws Exception {
    app = Synthesized.in(folder);
    app.write("app.ts", "new Queue();\n");
    app.manifest(
        stack("A", created("A/Q/Resource", "app.ts:1:1")),
        stack("B", created("B/Q/Resource", "app.ts:1:1")),
        stack("C", ""));
    app.write("cdk.out/C.template.json", template("\"Q1\": " + queue("1")));
  }

  private List<Finding> findings(String tagOfA, String tagOfB) throws Exception {
    app.write("cdk.out/A.template.json", template("\"Q1\": " + queue(tagOfA)));
    app.write("cdk.out/B.template.json", template("\"Q1\": " + queue(tagOfB)));
    return new Run(List.of(new WeighedQueue()), Tables.shipped(LocalDate.EPOCH), Map.of())
        .analyze(List.of(app.out()))
        .findings();
  }

  @Test
  void itIsAsGraveAsTheGravestOfThem() throws Exception {
    for (List<String> tags : List.of(List.of("1", "\"grave\""), List.of("\"grave\"", "1"))) {
      Finding finding = findings(tags.get(0), tags.get(1)).get(0);
      assertEquals(Severity.ERROR, finding.severity());
      assertEquals("A/Q/Resource is here", finding.message());
      assertEquals(
          List.of("A/Q/Resource", "B/Q/Resource"),
          finding.subjects().stream().map(Subject::name).toList());
    }
    assertEquals(Severity.NOTE, findings("1", "2").get(0).severity());
  }

  @Test
  void whatStaysInItsTemplateIsAFindingOfItsOwn() throws Exception {
    assertEquals(
        List.of("A/Q/Resource is here", "Q1 is here"),
        findings("1", "2").stream().map(Finding::message).toList());
  }
}
