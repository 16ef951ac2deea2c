package io.github.waserverless.template;

import static io.github.waserverless.template.Written.choice;
import static io.github.waserverless.template.Written.setting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template's conditions say. */
class ConditionsTest {

  private static List<String> values(String condition) {
    return choice(condition, Map.of()).text().values();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!Equals [a, a]",
        "!Equals ['1', 1]",
        "!Equals [!Join ['-', [a, b]], a-b]",
        "!Equals [5, !FindInMap [Sizes, dev, Timeout]]",
        "!Or [!Condition Never, !Equals [a, a]]",
        "!Not [!Condition Never]",
        "!Not [!Equals [!Ref Level, medium]]"
      })
  void someHoldAtEveryDeployment(String condition) {
    assertEquals(List.of("yes"), values(condition));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!Equals [a, b]",
        "!Equals [!Ref Level, medium]",
        "!And [!Condition IsProd, !Condition IsDev]",
        "!And [!Equals [a, a], !Condition Never]",
        "{Condition: Never}"
      })
  void someHoldAtNone(String condition) {
    assertEquals(List.of("no"), values(condition));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!Equals [!Ref Usual, dev]",
        "!Equals [!Sub '${Usual}', dev]",
        "!Equals [!If [IsProd, a, b], a]",
        "!Equals [!Ref 'AWS::Region', eu]",
        "!Equals [!Ref 'AWS::Region', !Ref Stage]",
        "!Equals [!Split [',', a], a]",
        "!Equals [a]",
        "!Not []",
        "{a: b}",
        "!Contains [[a], a]",
        "!Condition Undeclared"
      })
  void othersDepend(String condition) {
    assertEquals(List.of("yes", "no"), values(condition));
  }

  @Test
  void givenParametersDecide() {
    String prod = "!Equals [!Ref Stage, prod]";
    assertEquals(List.of("yes"), choice(prod, Map.of("Stage", "prod")).text().values());
    assertEquals(List.of("no"), choice(prod, Map.of("Stage", "dev")).text().values());
    assertEquals(
        List.of("yes"),
        choice("!Equals [!Sub 'x-${Stage}', x-prod]", Map.of("Stage", "prod")).text().values());
  }

  @Test
  void theSidesOfAComparisonMayBeExchanged() {
    assertEquals("when Stage is x", words("!Equals [!Ref Stage, x]"));
    assertEquals("when Stage is x", words("!Equals [x, !Ref Stage]"));
    assertEquals("when ${AWS::Region} is x", words("!Equals [x, !Ref AWS::Region]"));
  }

  private static String words(String condition) {
    return ((Guard.Named) choice(condition, Map.of()).is("yes").cases().get(0).when())
        .formula()
        .inWords();
  }

  @Test
  void conditionsTogetherAreSaidTogether() {
    Setting both = setting("!If [IsProd, !If [IsHigh, a, b], c]");
    assertEquals("when IsProd and when IsHigh", both.is("a").inWords());
    assertEquals("when IsProd and unless IsHigh", both.is("b").inWords());
    Truth either =
        Truth.when(choice("!Condition IsProd", Map.of()).is("yes").cases().get(0).when())
            .or(both.is("c"));
    assertEquals("when C, or unless C and unless IsProd", either.inWords());
    assertEquals("under some conditions", words("!Or [!Condition IsProd, !Condition IsHigh]"));
  }

  private static String operands(int count) {
    return "!Condition IsProd, ".repeat(count - 1) + "!Condition IsProd";
  }

  /** Whether a condition is seen to hold exactly when IsProd does. */
  private static boolean isProd(String condition) {
    Guard when = choice(condition, Map.of()).is("yes").cases().get(0).when();
    Guard prod = new Guard.Comparison("t.yaml", "Stage", "prod");
    return when.implies(prod) && prod.implies(when);
  }

  @Test
  void aHundredOperandsAreLookedAt() {
    assertEquals(true, isProd("!Or [" + operands(100) + "]"));
    assertEquals(false, isProd("!Or [" + operands(101) + "]"));
  }

  @Test
  void aHundredLevelsAreLookedAt() {
    assertEquals(true, isProd("!Not [".repeat(96) + operands(1) + "]".repeat(96)));
    assertEquals(false, isProd("!Not [".repeat(98) + operands(1) + "]".repeat(98)));
  }
}
