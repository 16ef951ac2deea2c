package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.rule.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Code that several functions share has a problem once. */
class OncePerPlaceTest {

  /** Twice of each handler's class, and once of the handler itself. */
  @RuleInfo(
      id = "T1",
      name = "test",
      title = "Test",
      principles = Principle.DESIGN_FOR_FAILURES,
      pillar = Pillar.RELIABILITY,
      severity = Severity.WARNING)
  private static final class SharedCode implements Rule {
    @Override
    public void check(Application app, Findings findings) {
      for (FunctionHandler handler : app.handlers()) {
        findings.report(
            Problem.at(handler.type().orElseThrow().location(), handler, "shared by two"));
        findings.report(
            Problem.at(handler.type().orElseThrow().location(), handler, "shared, too"));
        findings.report(Problem.at(handler.location(), handler, "its own"));
      }
    }
  }

  private static final String HANDLER =
      """
      public class Handler
          implements com.amazonaws.services.lambda.runtime.RequestHandler<String, String> {
        public String handleRequest(
            String event, com.amazonaws.services.lambda.runtime.Context context) {
          return event;
        }
      }
      """;

  private static String function(String name) {
    return "  %s: {Type: AWS::Lambda::Function, Properties: {Runtime: java21, Handler: Handler}}\n"
        .formatted(name);
  }

  @Test
  void itSaysWhoComesThere() {
    Map<String, String> files =
        Map.of(
            "Handler.java",
            HANDLER,
            "template.yaml",
            "Resources:\n" + function("A") + function("B"));
    List<Finding> findings =
        Project.inMemory(files, Tables.shipped(LocalDate.EPOCH)).check(List.of(new SharedCode()));
    assertEquals(
        List.of(
            "Handler.java:1:14 shared by two of [A, B], [template.yaml:3:3 B comes here too]",
            "template.yaml:2:3 its own of [A], []",
            "template.yaml:3:3 its own of [B], []"),
        findings.stream().map(OncePerPlaceTest::told).toList());
  }

  private static String told(Finding finding) {
    return "%s %s of %s, %s"
        .formatted(
            finding.location(),
            finding.message(),
            finding.subjects().stream().map(Subject::name).toList(),
            finding.related().stream().map(r -> r.location() + " " + r.message()).toList());
  }
}
