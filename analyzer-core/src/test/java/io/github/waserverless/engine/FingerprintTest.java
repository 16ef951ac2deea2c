package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Anchor;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Fingerprint;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final String TEMPLATE =
      """
      Resources:
        Orders:
          Type: AWS::SQS::Queue
          Properties:
            DelaySeconds: 5
            Tags:
              - Key: team
                Value: a
              - Key: team
                Value: b
      """;

  /** Speaks of every delay and tag of a queue, and once of all queues. */
  @RuleInfo(
      id = "T1",
      name = "test",
      title = "Test",
      principles = Principle.DESIGN_FOR_FAILURES,
      pillar = Pillar.RELIABILITY,
      severity = Severity.WARNING)
  private static final class Everything implements Rule {
    @Override
    public void check(Application app, Findings findings) {
      for (Resource queue : app.resources("AWS::SQS::Queue")) {
        findings.report(Problem.at(queue.property("DelaySeconds").place(), queue, "delays"));
        queue
            .property("Tags")
            .items()
            .forEach(tag -> findings.report(Problem.at(tag.place(), queue, "is tagged")));
        findings.report(
            Problem.of(queue, "exists").grouped(new Grouping("queues", "exist", Optional.empty())));
      }
    }
  }

  private static List<Fingerprint> of(String template) {
    Project project =
        Project.inMemory(
            Map.of("template.yaml", template), Tables.shipped(LocalDate.of(2026, 11, 1)));
    return Fingerprint.of(project.check(List.of(new Everything())), name -> "app/" + name);
  }

  private static List<String> texts(String template) {
    return of(template).stream().map(Fingerprint::text).sorted().toList();
  }

  @Test
  void says_where_the_finding_is_without_lines() {
    Anchor queues = new Anchor("", "queues");
    Anchor delay = new Anchor("Resources/Orders/Properties/DelaySeconds", "Orders");
    Anchor tag = new Anchor("Resources/Orders/Properties/Tags/Key", "Orders");
    assertEquals(
        List.of(
            new Fingerprint("T1", "app/template.yaml", queues, 1),
            new Fingerprint("T1", "app/template.yaml", delay, 1),
            new Fingerprint("T1", "app/template.yaml", tag, 1),
            new Fingerprint("T1", "app/template.yaml", tag, 2)),
        of(TEMPLATE));
  }

  @Test
  void is_the_same_when_lines_move_and_values_change() {
    assertEquals(
        texts(TEMPLATE),
        texts("# moved\n\n" + TEMPLATE.replace("DelaySeconds: 5", "DelaySeconds: 9")));
  }

  @Test
  void is_the_same_in_another_layout() {
    String flow =
        """
        Resources: {Orders: {Properties: {Tags: [{Key: team, Value: a}, {Key: team, Value: b}],
        DelaySeconds: 5}, Type: 'AWS::SQS::Queue'}}
        """;
    assertEquals(texts(TEMPLATE), texts(flow.replace("\n", "\r\n")));
  }

  @Test
  void is_another_for_another_resource() {
    List<String> renamed = texts(TEMPLATE.replace("Orders", "Returns"));
    assertEquals(
        List.of(),
        texts(TEMPLATE).stream().filter(renamed::contains).skip(1).toList(),
        "but for the group's");
  }

  @Test
  void of_a_group_is_the_same_when_the_group_grows() {
    String grown =
        TEMPLATE.replace("Resources:\n", "Resources:\n  Audit: {Type: AWS::SQS::Queue}\n");
    assertEquals(groups(TEMPLATE), groups(grown));
    assertNotEquals(List.of(), groups(grown));
  }

  private static List<Fingerprint> groups(String template) {
    return of(template).stream().filter(f -> f.anchor().subject().equals("queues")).toList();
  }

  @Test
  void is_written_as_one_word_that_never_changes() {
    Fingerprint fingerprint =
        new Fingerprint(
            "WAS701", "infra/template.yaml", new Anchor("Resources/Orders", "Orders"), 2);
    assertEquals("4748a747bae13540316c0aa1ecefb1c4:2", fingerprint.text());
  }

  @Test
  void tells_all_its_parts_apart() {
    Stream<Fingerprint> different =
        Stream.of(
            new Fingerprint("A", "b", new Anchor("c", "d"), 1),
            new Fingerprint("A", "b", new Anchor("c", "d"), 2),
            new Fingerprint("A", "b", new Anchor("c", "e"), 1),
            new Fingerprint("A", "b", new Anchor("e", "d"), 1),
            new Fingerprint("A", "e", new Anchor("c", "d"), 1),
            new Fingerprint("E", "b", new Anchor("c", "d"), 1));
    assertEquals(6, different.map(Fingerprint::text).distinct().count());
  }
}
