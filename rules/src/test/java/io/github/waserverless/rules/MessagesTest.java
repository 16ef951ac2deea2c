package io.github.waserverless.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.app.RuleData;
import io.github.waserverless.engine.Project;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.fixtures.Example;
import io.github.waserverless.fixtures.RulePages;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.source.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What users read of the examples of the rules' pages, whose comments say nothing of the words.
 * {@code -Dupdate} rewrites it: review the difference. {@code -Drule=WAS501:WAS701} tests two
 * rules. One test per rule, for the mutation test starts every test on its own.
 */
class MessagesTest {

  private static final Path FOLDER = Path.of("../rules/src/test/messages");
  private static final boolean UPDATE = System.getProperty("update") != null;
  private static final RuleData DATA = Tables.shipped(LocalDate.of(2026, 11, 1));

  private static Stream<Rule> rules() {
    Set<String> only = Set.of(System.getProperty("rule", "").split("\\W+", -1));
    return new BuiltInRules()
        .rules().stream().filter(r -> only.contains("") || only.contains(r.info().id()));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void readAsExpected(Rule rule) throws IOException {
    Path file = FOLDER.resolve(rule.info().id() + ".txt");
    String told =
        Example.in(RulePages.page(rule)).stream()
            .map(example -> told(rule, example))
            .collect(Collectors.joining());
    if (UPDATE) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, told);
    }
    assertEquals(Files.readString(file), told);
  }

  private static String told(Rule rule, Example example) {
    String findings =
        Project.inMemory(example.files(), DATA).check(List.of(rule)).stream()
            .map(MessagesTest::told)
            .sorted()
            .collect(Collectors.joining());
    return findings.isEmpty() ? "" : "# %s\n%s\n".formatted(example.heading(), findings);
  }

  private static String told(Finding finding) {
    String related =
        finding.related().stream()
            .map(r -> "  " + place(r.location()) + " " + r.message() + "\n")
            .collect(Collectors.joining());
    return "%s %s: %s\n%s"
        .formatted(
            place(finding.location()), finding.severity().word(), finding.message(), related);
  }

  private static String place(Location location) {
    return location.file() + ":" + location.span().startLine();
  }

  @Test
  void noneAreOfRulesThatAreGone() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          new BuiltInRules().rules().stream().map(r -> r.info().id() + ".txt").sorted().toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }
}
