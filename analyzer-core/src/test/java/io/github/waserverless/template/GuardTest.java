package io.github.waserverless.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardTest {

  private static final Guard PROD = new Guard.Comparison("t", "Stage", "prod");
  private static final Guard DEV = new Guard.Comparison("t", "Stage", "dev");
  private static final Guard OTHER = new Guard.Comparison("t", "Region", "eu");

  @Test
  void oneSubjectIsNotEqualToTwoTexts() {
    assertFalse(PROD.and(DEV).possible());
    assertTrue(PROD.and(OTHER).possible());
    assertTrue(PROD.or(DEV).possible());
  }

  @Test
  void contradictionsAreImpossible() {
    assertFalse(PROD.and(PROD.not()).possible());
    assertFalse(PROD.and(OTHER).and(OTHER.not()).possible());
    assertTrue(PROD.not().and(DEV.not()).possible());
  }

  @Test
  void strongerConditionsImplyWeakerOnes() {
    assertTrue(PROD.and(OTHER).implies(PROD));
    assertFalse(PROD.implies(PROD.and(OTHER)));
    assertTrue(PROD.implies(DEV.not()));
    assertTrue(Guard.NEVER.implies(PROD));
    assertFalse(Guard.ALWAYS.implies(PROD));
  }

  @Test
  void manyComparisonsAreTakenToBePossible() {
    Guard many = Guard.ALWAYS;
    for (int i = 0; i < 20; i++) {
      many = many.and(new Guard.Comparison("t", "P" + i, "x"));
    }
    assertTrue(many.and(PROD).and(PROD.not()).possible());
  }

  @Test
  void falseWinsOverUnknownInAConjunction() {
    assertTrue(Truth.UNKNOWN.and(Truth.NO).neverHolds());
    assertTrue(Truth.NO.and(Truth.UNKNOWN).neverHolds());
    assertFalse(Truth.UNKNOWN.and(Truth.YES).canHold());
    assertTrue(Truth.UNKNOWN.or(Truth.YES).alwaysHolds());
    assertFalse(Truth.UNKNOWN.not().canHold());
  }

  @Test
  void statementsUnderConditionsCombine() {
    Truth prod = Truth.when(PROD);
    assertTrue(prod.canHold());
    assertFalse(prod.alwaysHolds());
    assertTrue(prod.given(PROD).alwaysHolds());
    assertTrue(prod.given(DEV).neverHolds());
    assertTrue(prod.and(Truth.when(DEV)).neverHolds());
    assertTrue(prod.or(prod.not()).alwaysHolds());
  }

  @Test
  void possibleValuesCombineOnlyWhereBothExist() {
    Possible<Integer> a =
        new Possible<>(
            java.util.List.of(
                new Case<>(PROD, Optional.of(1), Origin.WRITTEN),
                new Case<>(PROD.not(), Optional.of(2), Origin.DEFAULT)));
    assertEquals(java.util.List.of(2, 4), a.with(a, Integer::sum).values());
  }

  /** A formula over as many comparisons, which is a contradiction. */
  private static Guard contradiction(int comparisons) {
    Guard all = PROD.and(PROD.not());
    for (int i = 1; i < comparisons; i++) {
      all = new Guard.Comparison("t", "P" + i, "x").and(all);
    }
    return all;
  }

  @Test
  void tenComparisonsAreToldApart() {
    assertFalse(contradiction(10).possible());
    assertTrue(contradiction(11).possible());
  }

  @Test
  void equalTextsOfTwoTemplatesAreTwoThings() {
    assertTrue(PROD.and(new Guard.Comparison("other", "Stage", "dev")).possible());
  }

  @Test
  void whatNoDeploymentMakesHoldIsNoCase() {
    assertTrue(Truth.when(PROD.and(DEV)).neverHolds());
    assertTrue(Truth.when(PROD.and(DEV).not()).alwaysHolds());
    assertTrue(Truth.when(Guard.NEVER).neverHolds());
    assertTrue(Truth.when(Guard.ALWAYS).alwaysHolds());
  }

  private static Possible<Integer> numbers(int count) {
    return new Possible<>(
        java.util.stream.IntStream.range(0, count)
            .mapToObj(i -> Case.always(Optional.of(i)))
            .toList());
  }

  @Test
  void sixtyFourCasesAreToldApart() {
    assertEquals(64, numbers(8).with(numbers(8), (a, b) -> 8 * a + b).values().size());
    assertEquals(1, numbers(5).with(numbers(13), Integer::sum).cases().size());
    assertEquals(Optional.empty(), numbers(5).with(numbers(13), Integer::sum).certain());
  }

  @Test
  void factsAreCertainOrNotKnown() {
    assertEquals(Optional.of(1), Possible.of(1).certain());
    assertEquals(Optional.empty(), Possible.<Integer>unknown().certain());
    assertEquals(Optional.of(2), Possible.<Integer>unknown().orElse(2).certain());
    assertEquals(Optional.of(1), Possible.of(1).orElse(2).certain());
  }
}
