package io.github.waserverless.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.app.RuleData;
import io.github.waserverless.engine.Project;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.fixtures.Example;
import io.github.waserverless.fixtures.JsonTwin;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RulePage;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.tree.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What changes nothing of what a template means changes no finding: laws that hold for the examples
 * of the rules' pages. Without {@code -Dlaws=all} one example of every sixth page is taken; {@code
 * -Dlaws.seed=2} takes another order.
 */
class LawsTest {

  private static final List<Rule> RULES = new BuiltInRules().rules();
  private static final RuleData DATA = Tables.shipped(LocalDate.of(2026, 11, 1));

  private static final Map<Map<String, String>, List<Finding>> CHECKED = new HashMap<>();

  /** An example whose logical ids are those that the CDK gives: a rule goes by them. */
  private static final String NAMED_BY_CDK = "WAS802 What the CDK puts there itself";

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
    if (System.getProperty("laws", "").equals("all")) {
      return RULES.stream().flatMap(LawsTest::examples);
    }
    return IntStream.range(0, RULES.size())
        .filter(i -> i % 6 == 0)
        .mapToObj(i -> any(examples(RULES.get(i)).toList()));
  }

  private static Stream<Case> examples(Rule rule) {
    return Example.in(RulePage.of(rule)).stream()
        .map(example -> new Case(rule.info().id(), example));
  }

  private static Case any(List<Case> examples) {
    return examples.get(Math.floorMod(examples.toString().hashCode(), examples.size()));
  }

  /** All laws begin with the same findings. */
  private static List<Finding> check(Map<String, String> files) {
    return CHECKED.computeIfAbsent(files, f -> Project.inMemory(f, DATA).check(RULES));
  }

  private static Random random(Case example) {
    return new Random(example.toString().hashCode() + Long.getLong("laws.seed", 0));
  }

  private static String told(Map<String, String> files, Function<Finding, String> as) {
    return check(files).stream().map(as).sorted().collect(Collectors.joining("\n"));
  }

  private static String twin(
      Case example, UnaryOperator<Value> change, Function<Finding, String> as) {
    return told(JsonTwin.of(example.files(), change), as);
  }

  private static String twin(Case example, Function<Finding, String> as) {
    return twin(example, UnaryOperator.identity(), as);
  }

  private static String withMessage(Finding f) {
    return f.rule().id() + " " + f.severity() + " " + f.message() + " " + f.subjects().size();
  }

  /** A message names the first ones. */
  private static String withSubjects(Finding f) {
    List<String> ids = f.subjects().stream().map(Subject::logicalId).sorted().toList();
    return f.rule().id() + " " + f.severity() + " " + ids;
  }

  private static String withPlaces(Finding f) {
    return withMessage(f) + " " + f.location() + f.related() + f.path() + f.anchor();
  }

  @Test
  void theExamplesShowFindings() {
    assertTrue(examples().filter(e -> !check(e.files()).isEmpty()).count() > RULES.size() / 12);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void jsonMeansWhatYamlMeans(Case example) {
    assertEquals(
        told(example.files(), LawsTest::withMessage), twin(example, LawsTest::withMessage));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void entriesHaveNoOrder(Case example) {
    Random random = random(example);
    assertEquals(
        twin(example, LawsTest::withSubjects),
        twin(example, root -> Variation.shuffled(root, random), LawsTest::withSubjects));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void oneMoreResourceChangesNoOtherFinding(Case example) {
    assertEquals(
        twin(example, LawsTest::withMessage),
        twin(example, Variation::withOneMore, LawsTest::withMessage));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anotherLogicalIdIsOnlyAnotherName(Case example) {
    if (!example.toString().equals(NAMED_BY_CDK)) {
      assertEquals(
          twin(example, LawsTest::withMessage),
          twin(example, Renaming::of, f -> withMessage(f).replace(Renaming.PREFIX, "")));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void allThatAtOnceChangesNothing(Case example) {
    if (!example.toString().equals(NAMED_BY_CDK)) {
      Random random = random(example);
      assertEquals(
          twin(example, LawsTest::withSubjects),
          twin(
              example,
              root -> Variation.shuffled(Renaming.of(Variation.withOneMore(root)), random),
              f -> withSubjects(f).replace(Renaming.PREFIX, "")));
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void filesHaveNoOrder(Case example) {
    List<String> names = new ArrayList<>(example.files().keySet());
    Map<String, String> reversed = new LinkedHashMap<>();
    for (int i = names.size() - 1; i >= 0; i--) {
      reversed.put(names.get(i), example.files().get(names.get(i)));
    }
    String told = told(example.files(), LawsTest::withSubjects);
    // To a map, order is no difference.
    CHECKED.clear();
    assertEquals(told, told(reversed, LawsTest::withSubjects));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void linesMayEndInEitherWay(Case example) {
    Map<String, String> other = new LinkedHashMap<>();
    example.files().forEach((name, text) -> other.put(name, text.replace("\n", "\r\n")));
    assertNotEquals(example.files(), other);
    assertEquals(told(example.files(), LawsTest::withPlaces), told(other, LawsTest::withPlaces));
  }
}
