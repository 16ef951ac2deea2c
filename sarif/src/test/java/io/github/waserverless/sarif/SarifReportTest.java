package io.github.waserverless.sarif;

import static io.github.waserverless.sarif.Sample.RELIABLE;
import static io.github.waserverless.sarif.Sample.SECURE;
import static io.github.waserverless.sarif.Sample.at;
import static io.github.waserverless.sarif.Sample.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.waserverless.rule.Anchor;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Related;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.rule.Step;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.rule.Suppression;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SarifReportTest {

  private static final String TEMPLATE = "Resources:\n  Orders: # 😀\n    Type: AWS::SQS::Queue\n";

  private static final Finding QUEUE =
      finding(RELIABLE, Severity.WARNING, at("t.yaml", 2, 3, 9), "Orders is alone");

  @Test
  void says_how_the_run_went() throws IOException {
    Log log = new Sample().log();
    assertEquals("2.1.0", log.text("version"));
    assertEquals("1.2.3", log.run("tool/driver/semanticVersion").text());
    assertEquals("infra/", log.run("automationDetails/id").text());
    assertEquals("1", log.run("invocations/0/exitCode").text());
    assertEquals("true", log.run("invocations/0/executionSuccessful").text());
    assertFalse(log.run("invocations/0").has("startTimeUtc"));
    assertEquals(List.of(), log.run("results").items());
  }

  @Test
  void describes_every_rule_that_ran() throws IOException {
    Log rule = new Sample().log().run("tool/driver/rules/0");
    assertEquals("TST001", rule.text("id"));
    assertEquals("QueueWithoutCare", rule.text("name"));
    assertEquals("Queue that nobody cares for", rule.text("shortDescription/text"));
    assertEquals("Queue that nobody cares for.", rule.text("help/text"));
    assertEquals("warning", rule.text("defaultConfiguration/level"));
    assertEquals("warning", rule.text("properties/problem.severity"));
    assertEquals(
        List.of(
            "serverless",
            "sarif",
            "pillar/reliability",
            "principle/design-for-failures",
            "principle/share-nothing"),
        rule.at("properties/tags").items().stream().map(Log::text).toList());
    assertFalse(rule.has("helpUri"), "the page of a rule of others is not among ours");
  }

  @Test
  void scores_security_rules_as_text() throws IOException {
    Log properties = new Sample().log().run("tool/driver/rules/1/properties");
    assertEquals("8.0", properties.text("security-severity"));
    assertFalse(properties.has("problem.severity"));
  }

  @Test
  void relates_rules_to_the_framework() throws IOException {
    Log log = new Sample().log();
    for (Log relationship : log.run("tool/driver/rules/0/relationships").items()) {
      int index = Integer.parseInt(relationship.text("target/index"));
      assertEquals(
          log.run("taxonomies/0/taxa/" + index + "/id").text(), relationship.text("target/id"));
    }
  }

  @Test
  void points_at_a_place_and_shows_it() throws IOException {
    Log location =
        new Sample().source("t.yaml", TEMPLATE).with(QUEUE).log().run("results/0/locations/0");
    assertEquals("t.yaml", location.text("physicalLocation/artifactLocation/uri"));
    assertEquals("9", location.text("physicalLocation/region/endColumn"));
    assertEquals("Orders", location.text("physicalLocation/region/snippet/text"));
    assertEquals(
        TEMPLATE, location.text("physicalLocation/contextRegion/snippet/text"), "and a line more");
    assertEquals("Orders", location.text("logicalLocations/0/name"));
    assertEquals("t.yaml/Orders", location.text("logicalLocations/0/fullyQualifiedName"));
  }

  @Test
  void names_a_logical_place_once() throws IOException {
    Location one = at("A.java", 2, 3, 9);
    Finding classes =
        new Finding(
            RELIABLE,
            Severity.WARNING,
            one,
            "Orders waits",
            List.of(
                new Subject("Orders", "Handler", one, Optional.empty()),
                new Subject("Orders", "Handler", at("B.java", 1, 1, 2), Optional.empty())),
            List.of(),
            List.of(),
            new Anchor("", ""));
    Log places = new Sample().with(classes).log().run("results/0/locations/0/logicalLocations");
    assertEquals(1, places.items().size());
  }

  @Test
  void never_leaves_the_first_line() throws IOException {
    Location whole = new Location("t.yaml", new Span(2, 3, 4, 1));
    Log region =
        new Sample()
            .source("t.yaml", TEMPLATE)
            .with(finding(RELIABLE, Severity.WARNING, whole, "Orders is alone"))
            .log()
            .run("results/0/locations/0/physicalLocation/region");
    assertEquals("2", region.text("endLine"));
    assertEquals("Orders: # 😀", region.text("snippet/text"));
    assertEquals("15", region.text("endColumn"));
  }

  @Test
  void shows_no_endless_lines() throws IOException {
    Log location =
        new Sample()
            .source("t.yaml", "x".repeat(5_000) + "\n" + TEMPLATE.repeat(2))
            .with(finding(RELIABLE, Severity.WARNING, at("t.yaml", 1, 3, 9), "Long"))
            .with(finding(RELIABLE, Severity.WARNING, at("t.yaml", 2, 1, 9), "Next"))
            .log()
            .run("results");
    assertFalse(location.at("0/locations/0/physicalLocation").has("contextRegion"));
    assertFalse(location.at("0/locations/0/physicalLocation/region").has("snippet"));
    assertEquals("2", location.text("1/locations/0/physicalLocation/contextRegion/startLine"));
  }

  @Test
  void makes_one_result_of_what_a_rule_says_of_a_line() throws IOException {
    Log log =
        new Sample()
            .source("t.yaml", TEMPLATE)
            .with(QUEUE)
            .with(finding(RELIABLE, Severity.ERROR, at("t.yaml", 2, 5, 6), "Orders is worse"))
            .with(finding(SECURE, Severity.NOTE, at("t.yaml", 2, 5, 6), "Orders is open"))
            .log();
    assertEquals(2, log.run("results").items().size());
    Log both = log.run("results/0");
    assertEquals("error", both.text("level"));
    assertEquals("Orders is worse. Orders is alone.", both.text("message/text"));
    assertEquals("5", both.text("locations/0/physicalLocation/region/startColumn"));
    Log fingerprints = both.at("partialFingerprints");
    String first = fingerprints.member("waServerless/v1").text();
    assertEquals(first.replace(":1", ":2"), fingerprints.member("waServerless2/v1").text());
    assertEquals(LineHashes.of(TEMPLATE).get(1), fingerprints.text("primaryLocationLineHash"));
  }

  @Test
  void links_further_places() throws IOException {
    Location consumer = at("a b.yaml", 7, 3, 9);
    Finding finding =
        new Finding(
            RELIABLE,
            Severity.WARNING,
            at("t.yaml", 2, 3, 9),
            "Orders is too fast for Worker",
            List.of(
                new Subject("Orders", "T", at("t.yaml", 2, 3, 9), Optional.empty()),
                new Subject("Worker", "T", consumer, Optional.of("Stack/Worker/Resource"))),
            List.of(new Related(consumer, "its consumer")),
            List.of(),
            Anchor.NONE);
    Log result = new Sample().with(finding).log().run("results/0");
    assertEquals("Orders is too fast for [Worker](1).", result.text("message/text"));
    assertEquals("its consumer", result.text("relatedLocations/0/message/text"));
    assertEquals(
        "a%20b.yaml", result.text("relatedLocations/0/physicalLocation/artifactLocation/uri"));
    assertEquals(
        "a b.yaml/Stack/Worker/Resource",
        result.text("locations/0/logicalLocations/1/fullyQualifiedName"));
  }

  @Test
  void shows_the_way_to_a_place() throws IOException {
    Finding finding =
        new Finding(
            RELIABLE,
            Severity.WARNING,
            at("src/Orders.java", 20, 5, 12),
            "Orders waits",
            List.of(new Subject("Orders", "T", at("t.yaml", 2, 3, 9), Optional.empty())),
            List.of(),
            List.of(
                new Step(at("src/Orders.java", 10, 3, 9), "handleRequest"),
                new Step(at("src/Orders.java", 20, 5, 12), "sleep")),
            new Anchor("com.example.Orders.handleRequest/sleep", "Orders"));
    Log result = new Sample().with(finding).log().run("results/0");
    Log steps = result.at("codeFlows/0/threadFlows/0/locations");
    assertEquals(2, steps.items().size());
    assertEquals("sleep", steps.text("1/location/message/text"));
    assertEquals("20", steps.text("1/location/physicalLocation/region/startLine"));
    Log member = result.at("locations/0/logicalLocations/0");
    assertEquals("com.example.Orders.handleRequest", member.text("fullyQualifiedName"));
    assertEquals("handleRequest", member.text("name"));
  }

  @Test
  void tells_what_was_not_judged() throws IOException {
    Log invocation =
        new Sample()
            .failing("WAS701 on t.yaml")
            .with(Notice.notLookedAt(at("a.yaml", 3, 1, 2), "an unknown macro"))
            .with(Notice.unreadable(Location.startOf("b.yaml"), "not text in UTF-8"))
            .log()
            .run("invocations/0");
    assertEquals("false", invocation.text("executionSuccessful"));
    List<Log> notifications = invocation.at("toolExecutionNotifications").items();
    assertEquals(
        List.of("internal-error", "unreadable-input", "not-looked-at"),
        notifications.stream().map(n -> n.text("descriptor/id")).toList());
    assertEquals("IllegalStateException", notifications.get(0).text("exception/kind"));
    assertFalse(notifications.get(0).at("exception").has("stack"));
    assertEquals("not text in UTF-8.", notifications.get(1).text("message/text"));
    assertFalse(notifications.get(1).at("locations/0/physicalLocation").has("region"));
    assertEquals("note", notifications.get(2).text("level"));
  }

  @Test
  void marks_what_somebody_does_not_want() throws IOException {
    Suppression comment =
        new Suppression(
            "TST001",
            "drained by hand",
            at("t.yaml", 1, 1, 5),
            new Suppression.WholeFile("t.yaml"),
            Suppression.Means.COMMENT);
    Finding other = finding(RELIABLE, Severity.ERROR, at("t.yaml", 2, 3, 9), "Orders is worse");
    Log results =
        new Sample().with(QUEUE).with(new Suppressed(other, comment)).log().run("results");
    assertEquals(List.of(), results.at("0/suppressions").items(), "others say that they are none");
    Log suppression = results.at("1/suppressions/0");
    assertEquals("inSource", suppression.text("kind"));
    assertEquals("accepted", suppression.text("status"));
    assertEquals("drained by hand", suppression.text("justification"));
    assertEquals("1", suppression.text("location/physicalLocation/region/startLine"));
    assertFalse(new Sample().with(QUEUE).log().run("results/0").has("suppressions"));
  }
}
