package io.github.waserverless.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.fixtures.RulePages;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of rules is complete and in order, and every page is what it should be. */
class RuleCatalogTest {

  private static final List<Rule> RULES = new BuiltInRules().rules();

  @Test
  void idsAreUniqueAndInOrder() {
    List<String> ids = RULES.stream().map(rule -> rule.info().id()).toList();
    assertEquals(List.copyOf(new TreeSet<>(ids)), ids);
    assertEquals(RULES.size(), RULES.stream().map(rule -> rule.info().name()).distinct().count());
  }

  @Test
  void everyRuleInTheSourcesIsListed() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<String> written =
          files
              .filter(file -> file.toString().endsWith(".java") && isRule(file))
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .sorted()
              .toList();
      assertEquals(
          written, RULES.stream().map(rule -> rule.getClass().getSimpleName()).sorted().toList());
    }
  }

  private static boolean isRule(Path file) {
    try {
      return Files.readString(file).contains("@RuleInfo(");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyPageHasItsHeadingAndSections() {
    for (Rule rule : RULES) {
      String page = RulePages.page(rule);
      assertTrue(page.startsWith(RulePages.heading(rule.info()) + "\n"), rule.info().id());
      for (String section : List.of("## Bad", "## Good", "## Not judged", "## Sources")) {
        assertTrue(page.contains("\n" + section + "\n"), rule.info().id() + " " + section);
      }
    }
  }

  @Test
  void everyOptionIsOnThePage() {
    for (Rule rule : RULES) {
      String page = RulePages.page(rule);
      RuleOption[] options = rule.info().options();
      assertEquals(options.length > 0, page.contains("\n## Options\n"), rule.info().id());
      for (RuleOption option : options) {
        String line = "\n- `%s` (%d): ".formatted(option.name(), option.value());
        assertTrue(page.contains(line), rule.info().id() + line);
        assertTrue(option.value() >= option.least(), rule.info().id() + line);
      }
    }
  }
}
