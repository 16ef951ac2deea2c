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
}
