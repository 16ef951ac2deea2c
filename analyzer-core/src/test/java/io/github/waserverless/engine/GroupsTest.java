package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Resource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Problems of one kind are told together. */
class GroupsTest {

  /**
   * Says of each queue that it is small; gravely of one with a tag, in its own file or everywhere.
   */
  @RuleInfo(
      id = "WAS701",
      name = "small-queue",
      title = "Small queues",
      pillar = Pillar.RELIABILITY,
      principles = Principle.DESIGN_FOR_FAILURES,
      severity = Severity.WARNING)
  private static final class SmallQueue implements Rule {

    private final boolean everywhere;

    SmallQueue(boolean everywhere) {
      this.everywhere = everywhere;
    }

    @Override
    public void check(Application app, Findings findings) {
      for (Resource queue : app.resources("AWS::SQS::Queue")) {
        boolean grave = queue.property("Tag").present().canHold();
        Problem problem =
            Problem.at(
                    app.resources("AWS::SQS::Queue").get(0).location(),
                    queue,
                    queue.name() + " is small")
                .as(grave ? Severity.ERROR : Severity.NOTE);
        findings.report(
            problem.grouped(
                everywhere
                    ? Grouping.everywhere("queues", "are small")
                    : new Grouping("queues", "are small", Optional.empty())));
      }
    }
  }

  private static String queues(int from, int to, String more) {
    return IntStream.range(from, to)
        .mapToObj(i -> "  Q%d: {Type: AWS::SQS::Queue%s}\n".formatted(i, more))
        .collect(Collectors.joining());
  }

  private static List<String> told(boolean everywhere, Map<String, String> files) {
    return Project.inMemory(files, Tables.shipped(LocalDate.EPOCH))
        .check(List.of(new SmallQueue(everywhere)))
        .stream()
        .map(GroupsTest::told)
        .toList();
  }

  private static String told(Finding finding) {
    return "%s:%s %s %s"
        .formatted(
            finding.location().file(),
            finding.location().span().startLine(),
            finding.severity().word(),
            finding.message());
  }

  @Test
  void fourOfThemAreNamed() {
    assertEquals(
        List.of("t.yaml:2 note 4 queues (Q0, Q1, Q2, Q3) are small"),
        told(false, Map.of("t.yaml", "Resources:\n" + queues(0, 4, ""))));
    assertEquals(
        List.of("t.yaml:2 note 6 queues (Q0, Q1, Q2, Q3 and 2 more) are small"),
        told(false, Map.of("t.yaml", "Resources:\n" + queues(0, 6, ""))));
    assertEquals(
        List.of("t.yaml:2 note Q0 is small"),
        told(false, Map.of("t.yaml", "Resources:\n" + queues(0, 1, ""))));
  }

  @Test
  void theGravestGroupHasThePlaceAndAnotherOneTheNext() {
    String template = "Resources:\n" + queues(0, 2, "") + queues(2, 4, ", Properties: {Tag: x}");
    assertEquals(
        List.of(
            "t.yaml:2 error 2 queues (Q2, Q3) are small",
            "t.yaml:3 note 2 queues (Q0, Q1) are small"),
        told(false, Map.of("t.yaml", template)));
  }

  @Test
  void filesAreApartUnlessItIsEverywhere() {
    Map<String, String> files =
        Map.of(
            "a.yaml", "Resources:\n" + queues(0, 1, ""),
            "b.yaml", "Resources:\n" + queues(1, 2, ""));
    assertEquals(2, told(false, files).size());
    assertEquals(1, told(true, files).size());
  }
}
