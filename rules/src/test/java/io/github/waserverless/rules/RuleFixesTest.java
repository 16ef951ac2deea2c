package io.github.waserverless.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.waserverless.engine.Project;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.fixtures.Example;
import io.github.waserverless.rule.Anchor;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Fix;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RulePage;
import io.github.waserverless.source.Lines;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A fix makes its finding go away and no other one appear, in every example of every page. */
class RuleFixesTest {

  private static final List<Rule> RULES = new BuiltInRules().rules();

  /** A finding that can be fixed. */
  private record Fixable(Rule rule, Example example, Finding finding, Fix fix) {

    String name() {
      return "%s %s: %s".formatted(rule.info().id(), example.heading(), finding.anchor().subject());
    }
  }

  private record Identity(String rule, String file, Anchor anchor) {}

  private static List<Finding> check(Map<String, String> files, List<Rule> rules) {
    return Project.inMemory(files, Tables.shipped(LocalDate.of(2026, 11, 1))).check(rules);
  }

  private static Stream<Fixable> fixable() {
    return RULES.stream()
        .flatMap(
            rule ->
                Example.in(RulePage.of(rule)).stream().flatMap(example -> fixable(rule, example)));
  }

  private static Stream<Fixable> fixable(Rule rule, Example example) {
    return check(example.files(), List.of(rule)).stream()
        .flatMap(
            finding ->
                fix(rule, finding, example).stream()
                    .map(fix -> new Fixable(rule, example, finding, fix)));
  }

  private static Optional<Fix> fix(Rule rule, Finding finding, Example example) {
    String file = finding.location().file();
    return rule.fix(
        finding, new SourceFile(Path.of(file), file, example.files().getOrDefault(file, "")));
  }

  @TestFactory
  Stream<DynamicTest> fixes() {
    return fixable().map(found -> dynamicTest(found.name(), () -> fixes(found)));
  }

  private static void fixes(Fixable found) {
    String file = found.finding().location().file();
    Map<String, String> files = new LinkedHashMap<>(found.example().files());
    files.put(file, applied(found.fix(), files.getOrDefault(file, "")));
    List<Identity> expected = new ArrayList<>(identities(check(found.example().files(), RULES)));
    expected.remove(identity(found.finding()));
    assertEquals(expected, identities(check(files, RULES)), files.getOrDefault(file, ""));
  }

  private static List<Identity> identities(List<Finding> findings) {
    return findings.stream().map(RuleFixesTest::identity).toList();
  }

  private static Identity identity(Finding finding) {
    return new Identity(finding.rule().id(), finding.location().file(), finding.anchor());
  }

  private static String applied(Fix fix, String text) {
    Lines lines = Lines.of(text);
    StringBuilder changed = new StringBuilder(text);
    for (int i = fix.edits().size() - 1; i >= 0; i--) {
      Span span = fix.edits().get(i).span();
      int line = span.startLine() == 1 ? 0 : lines.lines(1, span.startLine() - 1).length() + 1;
      changed.replace(
          line + span.startColumn() - 1, line + span.endColumn() - 1, fix.edits().get(i).text());
    }
    return changed.toString();
  }

  @Test
  void some_rules_have_fixes() {
    List<String> rules = fixable().map(f -> f.rule().info().id()).distinct().toList();
    assertTrue(rules.containsAll(List.of("WAS704", "WAS901")), rules.toString());
  }
}
