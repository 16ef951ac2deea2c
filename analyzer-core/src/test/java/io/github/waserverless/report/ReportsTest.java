package io.github.waserverless.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.app.Application;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.Progress;
import io.github.waserverless.engine.Run;
import io.github.waserverless.engine.Search;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.parse.JsonReader;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  @TempDir private Path folder;

  @RuleInfo(
      id = "TST001",
      name = "queue-exists",
      title = "Queue exists",
      principles = {Principle.SHARE_NOTHING, Principle.CONCURRENT_REQUESTS},
      pillar = Pillar.COST_OPTIMIZATION,
      severity = Severity.WARNING)
  private static final class QueueExists implements Rule {

    @Override
    public void check(Application app, Findings findings) {
      for (Resource queue : app.resources("AWS::SQS::Queue")) {
        boolean named = queue.property("QueueName").present().alwaysHolds();
        findings.report(
            Problem.at(queue.property("QueueName").place(), queue, queue.name() + " is a queue")
                .with(queue.location(), "the queue")
                .as(named ? Severity.ERROR : Severity.NOTE));
      }
    }
  }

  private String report(Report report, Severity least, String template) throws IOException {
    Path file = Files.writeString(folder.resolve("t.yaml"), template);
    Analysis analysis =
        new Run(List.of(new QueueExists()), Tables.shipped(LocalDate.of(2026, 11, 1)), Map.of())
            .analyze(Search.in(List.of(file)), Progress.NONE, true);
    StringBuilder out = new StringBuilder();
    report.write(new View(analysis, least, true, true), out);
    String name = folder.toString().replace('\\', '/');
    return out.toString().replace(name, "dir");
  }

  private static final String TEMPLATE =
      """
      Resources:
        A:
          Type: AWS::SQS::Queue
          Properties:
            QueueName: orders
            Tags: [!Ref B, !ImportValue x]
        B:
          Type: AWS::SQS::Queue
      """;

  @Test
  void text() throws IOException {
    assertEquals(
        """
        error TST001: A is a queue
         --> dir/t.yaml:5:7
        5 |       QueueName: orders
          |       ^^^^^^^^^^^^^^^^^
          = also dir/t.yaml:2:3 the queue

        Rules
            1  TST001 queue-exists

        Found 1 error (1 note hidden: --notes shows it)
          share nothing  1 error
        Read 1 template: 1 application, 2 resources, 0 functions
        Values: 1 known, 1 refer to a resource, 1 decided at deployment
        Why, and what is right instead: wa-serverless explain TST001
        """,
        report(new TextReport(false), Severity.WARNING, TEMPLATE));
  }

  @Test
  void colorAddsNothingButEscapeSequences() throws IOException {
    String colored = report(new TextReport(true), Severity.NOTE, TEMPLATE);
    assertTrue(colored.startsWith("\u001b[1;31merror TST001\u001b[0m"), colored);
    assertEquals(
        report(new TextReport(false), Severity.NOTE, TEMPLATE),
        colored.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void compact() throws IOException {
    assertEquals(
        """
        dir/t.yaml:5:7: error TST001 A is a queue [A]
        dir/t.yaml:7:3: note TST001 B is a queue [B]
        """,
        report(new CompactReport(), Severity.NOTE, TEMPLATE));
  }

  @Test
  void json() throws IOException {
    assertEquals(
        """
        {
          "schema": 1,
          "tool": {
            "name": "wa-serverless",
            "version": "1.2.3"
          },
          "findings": [
            {
              "rule": "TST001",
              "name": "queue-exists",
              "severity": "error",
              "message": "A is a queue",
              "pillar": "cost-optimization",
              "principles": [
                "share-nothing",
                "concurrent-requests"
              ],
              "location": {
                "file": "dir/t.yaml",
                "startLine": 5,
                "startColumn": 7,
                "endLine": 5,
                "endColumn": 24
              },
              "resources": [
                {
                  "logicalId": "A",
                  "type": "AWS::SQS::Queue",
                  "location": {
                    "file": "dir/t.yaml",
                    "startLine": 2,
                    "startColumn": 3,
                    "endLine": 2,
                    "endColumn": 4
                  }
                }
              ],
              "related": [
                {
                  "message": "the queue",
                  "location": {
                    "file": "dir/t.yaml",
                    "startLine": 2,
                    "startColumn": 3,
                    "endLine": 2,
                    "endColumn": 4
                  }
                }
              ]
            }
          ],
          "suppressed": [],
          "notices": [],
          "faults": [],
          "statistics": {
            "files": 1,
            "unreadable": 0,
            "applications": 1,
            "resources": 2,
            "functions": 0,
            "errors": 1,
            "warnings": 0,
            "notes": 1,
            "hidden": 1,
            "elsewhere": 0,
            "values": {
              "known": 1,
              "references": 1,
              "unknown": 1
            },
            "code": {
              "handlers": 0,
              "undeployed": 0,
              "bindable": 0,
              "bound": 0,
              "calls": 0,
              "unknownCalls": 0
            }
          }
        }
        """,
        report(new JsonReport("1.2.3"), Severity.WARNING, TEMPLATE));
  }

  @Test
  void hostileNamesReachNoTerminal() throws IOException {
    String hostile =
        """
        Resources:
          "A\\e]0;x\\a\\u202E":
            Type: AWS::SQS::Queue
            Properties: {QueueName: "q\\"\\\\\\u202Eq"}
        """;
    for (Report report : List.of(new TextReport(false), new CompactReport(), new JsonReport("1"))) {
      String text = report(report, Severity.NOTE, hostile);
      assertTrue(text.contains("\\u001b]0;x\\u0007\\u202e"), text);
      assertFalse(text.codePoints().anyMatch(c -> c != '\n' && Printable.isUnsafe(c)), text);
    }
    String json = report(new JsonReport("1"), Severity.NOTE, hostile);
    assertTrue(JsonReader.read(new SourceFile(Path.of("j"), "j", json)).notices().isEmpty());
  }
}
