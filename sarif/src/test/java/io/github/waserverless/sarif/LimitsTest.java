package io.github.waserverless.sarif;

import static io.github.waserverless.sarif.Sample.RELIABLE;
import static io.github.waserverless.sarif.Sample.SECURE;
import static io.github.waserverless.sarif.Sample.at;
import static io.github.waserverless.sarif.Sample.finding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static Sample many() {
    Sample sample = new Sample();
    StringBuilder text = new StringBuilder();
    for (int line = 1; line <= 300; line++) {
      text.append("line ").append(line * 7919).append(" of many\n");
      Severity severity = line % 100 == 0 ? Severity.ERROR : Severity.NOTE;
      sample.with(finding(RELIABLE, severity, at("t.yaml", line, 1, 5), "Line " + line));
    }
    return sample.source("t.yaml", text.toString());
  }

  private static List<String> leftOut(Log log) {
    return log.run("invocations/0/toolExecutionNotifications").items().stream()
        .filter(n -> n.text("descriptor/id").equals("limit-reached"))
        .map(n -> n.text("message/text"))
        .toList();
  }

  private static int compressed(String text) {
    return Math.toIntExact(CompressedSize.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Limits limits(int results, int bytes) {
    return new Limits(results, 100, 100, 100, bytes);
  }

  @Test
  void of_many_results_the_gravest_survive_in_their_order() throws IOException {
    Log log = many().log(limits(4, Integer.MAX_VALUE));
    assertEquals(
        List.of("1", "100", "200", "300"),
        log.run("results").items().stream()
            .map(r -> r.text("locations/0/physicalLocation/region/startLine"))
            .toList());
    assertEquals(
        List.of("GitHub does not take more: of 300 results, the 4 gravest are in this log."),
        leftOut(log));
  }

  @Test
  void snippets_go_before_results() throws IOException {
    Sample sample = many();
    Log whole = sample.log(limits(300, Integer.MAX_VALUE));
    assertEquals(List.of(), leftOut(whole));
    int size = compressed(sample.text(limits(300, Integer.MAX_VALUE)));
    Log log = sample.log(limits(300, size - 1));
    assertEquals(300, log.run("results").items().size());
    assertEquals(
        List.of("GitHub does not take more than 10 MB: snippets are left out."), leftOut(log));
  }

  @Test
  void a_log_that_is_still_too_large_loses_results() throws IOException {
    Log log = many().log(limits(300, 6_000));
    int left = log.run("results").items().size();
    assertTrue(left > 3 && left < 300, left + " results");
    assertEquals(2, leftOut(log).size());
    assertEquals(
        3,
        log.run("results").items().stream().filter(r -> r.text("level").equals("error")).count());
  }

  @Test
  void notifications_are_counted_beyond_their_limit() throws IOException {
    Sample sample = new Sample();
    for (int i = 0; i < 120; i++) {
      sample.with(Notice.notLookedAt(Location.startOf("n" + i), "not looked at"));
    }
    sample.with(Notice.unreadable(Location.startOf("broken"), "broken"));
    Log log = sample.log(limits(1, Integer.MAX_VALUE));
    List<Log> notifications = log.run("invocations/0/toolExecutionNotifications").items();
    assertEquals(101, notifications.size());
    assertEquals("broken.", notifications.get(0).text("message/text"));
    assertEquals(List.of("21 more notifications are left out."), leftOut(log));
  }

  @Test
  void a_minified_template_gives_one_result_for_each_rule() throws IOException {
    Sample sample = new Sample().source("t.json", "{}");
    for (int column = 1; column <= 50; column++) {
      sample.with(finding(SECURE, Severity.ERROR, at("t.json", 1, column, column), "At " + column));
    }
    Log log = sample.log();
    assertEquals(
        "At 1. At 2. At 3. At 4. At 5. 45 more on this line.",
        log.run("results/0/message/text").text());
    assertEquals(1, log.run("results").items().size());
  }
}
