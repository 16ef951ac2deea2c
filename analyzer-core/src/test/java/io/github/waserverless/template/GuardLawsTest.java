package io.github.waserverless.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.laws.Law;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Formulas of conditions mean what a trial of every deployment says. */
class GuardLawsTest {

  private static final List<String> SUBJECTS = List.of("Stage", "Region");
  private static final List<String> VALUES = List.of("a", "b", "neither");

  /** Everything that can be deployed, as far as the formulas can tell. */
  private static Stream<Map<String, String>> deployments() {
    return VALUES.stream()
        .flatMap(stage -> VALUES.stream().map(region -> Map.of("Stage", stage, "Region", region)));
  }

  private static boolean holds(Guard guard, Map<String, String> deployed) {
    if (guard instanceof Guard.Constant constant) {
      return constant.holds();
    }
    if (guard instanceof Guard.Comparison c) {
      return c.value().equals(deployed.get(c.subject()));
    }
    if (guard instanceof Guard.Named named) {
      return holds(named.formula(), deployed);
    }
    if (guard instanceof Guard.Not not) {
      return !holds(not.operand(), deployed);
    }
    if (guard instanceof Guard.And and) {
      return holds(and.left(), deployed) && holds(and.right(), deployed);
    }
    Guard.Or or = (Guard.Or) guard;
    return holds(or.left(), deployed) || holds(or.right(), deployed);
  }

  private static boolean inSome(Predicate<Map<String, String>> test) {
    return deployments().anyMatch(test);
  }

  @Provide
  Arbitrary<Guard> guards() {
    Arbitrary<Guard> comparisons =
        Combinators.combine(Arbitraries.of(SUBJECTS), Arbitraries.of("a", "b"))
            .as((subject, value) -> new Guard.Comparison("t", subject, value));
    Arbitrary<Guard> simple =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(6, comparisons),
            net.jqwik.api.Tuple.of(1, Arbitraries.of(Guard.ALWAYS, Guard.NEVER)));
    return Arbitraries.recursive(() -> simple, GuardLawsTest::combined, 0, 4);
  }

  private static Arbitrary<Guard> combined(Arbitrary<Guard> guards) {
    return Combinators.combine(guards, guards, Arbitraries.of("and", "or", "not", "named"))
        .as(
            (left, right, how) ->
                switch (how) {
                  case "and" -> left.and(right);
                  case "or" -> left.or(right);
                  case "not" -> left.not();
                  default -> new Guard.Named("Is" + left.hashCode(), left);
                });
  }

  @Law
  void aFormulaIsPossibleExactlyWhenSomeDeploymentMakesItHold(@ForAll("guards") Guard guard) {
    assertEquals(inSome(d -> holds(guard, d)), guard.possible());
  }

  @Law
  void oneImpliesAnotherExactlyWhenNoDeploymentTellsOtherwise(
      @ForAll("guards") Guard one, @ForAll("guards") Guard other) {
    assertEquals(!inSome(d -> holds(one, d) && !holds(other, d)), one.implies(other));
  }

  @Law
  void connectivesMeanWhatTheySay(@ForAll("guards") Guard one, @ForAll("guards") Guard other) {
    deployments()
        .forEach(
            d -> {
              assertEquals(holds(one, d) && holds(other, d), holds(one.and(other), d));
              assertEquals(holds(one, d) || holds(other, d), holds(one.or(other), d));
              assertEquals(!holds(one, d), holds(one.not(), d));
            });
  }

  @Law
  void aStatementUnderAFormulaIsTrueExactlyWhereTheFormulaHolds(
      @ForAll("guards") Guard one, @ForAll("guards") Guard other) {
    Truth both = Truth.when(one).and(Truth.when(other));
    assertEquals(inSome(d -> holds(one, d) && holds(other, d)), both.canHold());
    assertEquals(!inSome(d -> holds(one, d) && holds(other, d)), both.neverHolds());
    Truth either = Truth.when(one).or(Truth.when(other));
    assertEquals(inSome(d -> holds(one, d) || holds(other, d)), either.canHold());
    assertEquals(!inSome(d -> !holds(one, d) && !holds(other, d)), either.alwaysHolds());
  }
}
