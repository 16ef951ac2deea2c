package io.github.waserverless.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement that may hold, not hold, or not be known, depending on what is deployed. */
public record Truth(List<Case<Optional<Boolean>>> cases) {

  /** Holds. */
  public static final Truth YES = of(true);

  /** Does not hold. */
  public static final Truth NO = of(false);

  /** Cannot be known before deployment. */
  public static final Truth UNKNOWN = new Truth(List.of(Case.always(Optional.empty())));

  /** A statement that is certain. */
  public static Truth of(boolean holds) {
    return new Truth(List.of(Case.always(Optional.of(holds))));
  }

  /** A statement that holds exactly when {@code guard} does. */
  public static Truth when(Guard guard) {
    if (guard == Guard.ALWAYS) {
      return YES;
    }
    if (guard == Guard.NEVER) {
      return NO;
    }
    return new Truth(
        Stream.of(
                new Case<>(guard, Optional.of(true), Origin.WRITTEN),
                new Case<>(guard.not(), Optional.of(false), Origin.WRITTEN))
            .filter(c -> c.when().possible())
            .toList());
  }

  /** The opposite. */
  public Truth not() {
    return new Truth(Case.each(cases, value -> value.map(b -> !b)));
  }

  /** Whether this and {@code other} hold; false wins over unknown. */
  public Truth and(Truth other) {
    List<Case<Optional<Boolean>>> both = new ArrayList<>();
    for (Case<Optional<Boolean>> mine : cases) {
      if (isFalse(mine)) {
        both.add(mine);
        continue;
      }
      for (Case<Optional<Boolean>> theirs : other.cases) {
        Optional<Boolean> value =
            isFalse(theirs) ? theirs.value() : mine.value().flatMap(a -> theirs.value());
        Case<Optional<Boolean>> joined = mine.and(theirs, value);
        if (joined.when().possible()) {
          both.add(joined);
        }
      }
    }
    return new Truth(both);
  }

  /** Whether this or {@code other} holds; true wins over unknown. */
  public Truth or(Truth other) {
    return not().and(other.not()).not();
  }

  /** What remains of the statement where {@code guard} holds. */
  public Truth given(Guard guard) {
    return guard == Guard.ALWAYS
        ? this
        : new Truth(cases.stream().filter(c -> c.when().and(guard).possible()).toList());
  }

  /** Whether it holds in at least one case. */
  public boolean canHold() {
    for (Case<Optional<Boolean>> c : cases) {
      if (isTrue(c)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it holds whatever is deployed. */
  public boolean alwaysHolds() {
    for (Case<Optional<Boolean>> c : cases) {
      if (!isTrue(c)) {
        return false;
      }
    }
    return !cases.isEmpty();
  }

  /** Whether no case is known in which it holds, nor one that is not known. */
  public boolean neverHolds() {
    for (Case<Optional<Boolean>> c : cases) {
      if (!isFalse(c)) {
        return false;
      }
    }
    return true;
  }

  /** The weakest origin among the cases in which it holds. */
  public Origin origin() {
    Origin weakest = Origin.WRITTEN;
    for (Case<Optional<Boolean>> c : cases) {
      if (isTrue(c)) {
        weakest = weakest.and(c.origin());
      }
    }
    return weakest;
  }

  /** The conditions in words under which it holds: {@code when IsProd}. */
  public String inWords() {
    return cases.stream()
        .filter(Truth::isTrue)
        .map(c -> c.when().inWords())
        .distinct()
        .limit(3)
        .collect(Collectors.joining(", or "));
  }

  private static boolean isTrue(Case<Optional<Boolean>> c) {
    return c.value().orElse(false);
  }

  private static boolean isFalse(Case<Optional<Boolean>> c) {
    return !c.value().orElse(true);
  }
}
