package io.github.waserverless.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.engine.Project;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.fixtures.Example;
import io.github.waserverless.fixtures.JsonTwin;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RulePage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What changes nothing of what a template means changes no finding of any rule. */
class LawsTest {

  private static final List<Rule> RULES = new BuiltInRules().rules();

  /** An example of a rule's page. */
  record Case(String rule, Example example) {

    Map<String, String> files() {
      return example.files();
    }

    @Override
    public String toString() {
      return rule + " " + example.heading();
    }
  }

  private static Stream<Case> examples() {
    return RULES.stream()
        .flatMap(
            rule ->
                Example.in(RulePage.of(rule)).stream()
                    .map(example -> new Case(rule.info().id(), example)));
  }

  private static List<Finding> check(Map<String, String> files) {
    return Project.inMemory(files, Tables.shipped(LocalDate.of(2026, 11, 1))).check(RULES);
  }

  /** The findings without their places. */
  private static String told(Map<String, String> files) {
    return String.join(
        "\n",
        check(files).stream()
            .map(f -> f.rule().id() + " " + f.severity() + " " + f.message() + " " + f.subjects().size())
            .sorted()
            .toList());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void jsonMeansWhatYamlMeans(Case example) {
    assertEquals(told(example.files()), told(JsonTwin.of(example.files())));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void noMappingHasAnOrder(Case example) {
    Random random = new Random(example.toString().hashCode());
    assertEquals(
        told(JsonTwin.of(example.files())),
        told(JsonTwin.of(example.files(), root -> Variation.shuffled(root, random))));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void oneMoreResourceChangesNoOtherFinding(Case example) {
    assertEquals(
        told(JsonTwin.of(example.files())),
        told(JsonTwin.of(example.files(), Variation::withOneMore)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anotherLogicalIdIsOnlyAnotherName(Case example) {
    assertEquals(
        told(JsonTwin.of(example.files())),
        told(JsonTwin.of(example.files(), Renaming::of)).replace(Renaming.PREFIX, ""));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void filesHaveNoOrder(Case example) {
    List<String> names = new ArrayList<>(example.files().keySet());
    Map<String, String> reversed = new LinkedHashMap<>();
    for (int i = names.size() - 1; i >= 0; i--) {
      reversed.put(names.get(i), example.files().get(names.get(i)));
    }
    assertEquals(check(example.files()), check(reversed));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void linesMayEndInEitherWay(Case example) {
    Map<String, String> other = new LinkedHashMap<>();
    example.files().forEach((name, text) -> other.put(name, text.replace("\n", "\r\n")));
    Assertions.assertNotEquals(example.files(), other);
    assertEquals(check(example.files()), check(other));
  }
}
