package io.github.waserverless.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** All that a fact may be at deployment; a case without a value is one that cannot be known. */
public record Possible<T>(List<Case<Optional<T>>> cases) {

  private static final int MOST_CASES = 64;

  /** A fact that is certain. */
  public static <T> Possible<T> of(T value) {
    return new Possible<>(List.of(Case.always(Optional.of(value))));
  }

  /** A fact that only deployment knows. */
  public static <T> Possible<T> unknown() {
    return new Possible<>(List.of(Case.always(Optional.empty())));
  }

  /** What follows from each case. */
  public <U> Possible<U> map(Function<T, U> function) {
    return new Possible<>(Case.each(cases, value -> value.map(function)));
  }

  /** The same fact with {@code other} where only deployment knows. */
  public Possible<T> orElse(T other) {
    return new Possible<>(Case.each(cases, value -> Optional.of(value.orElse(other))));
  }

  /** What follows from this and {@code other} together; not known where one is not. */
  public <U, R> Possible<R> with(Possible<U> other, BiFunction<T, U, R> function) {
    List<Case<Optional<R>>> both = new ArrayList<>();
    for (Case<Optional<T>> mine : cases) {
      for (Case<Optional<U>> theirs : other.cases) {
        Case<Optional<R>> joined =
            mine.and(
                theirs, mine.value().flatMap(a -> theirs.value().map(b -> function.apply(a, b))));
        if (joined.when().possible()) {
          both.add(joined);
        }
      }
    }
    return both.size() > MOST_CASES ? unknown() : new Possible<>(both);
  }

  /** Whether {@code test} holds. */
  public Truth is(Predicate<T> test) {
    return new Truth(map(test::test).cases);
  }

  /** The value if there is only one, whatever is deployed. */
  public Optional<T> certain() {
    return cases.size() == 1 ? cases.get(0).value() : Optional.empty();
  }

  /** All values that are known to be possible. */
  public List<T> values() {
    return cases.stream().flatMap(c -> c.value().stream()).distinct().toList();
  }
}
