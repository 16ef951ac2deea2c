package io.github.waserverless.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What holds under some conditions. */
public record Case<T>(Guard when, T value, Origin origin) {

  /** What holds at every deployment. */
  public static <T> Case<T> always(T value) {
    return new Case<>(Guard.ALWAYS, value, Origin.WRITTEN);
  }

  /** The same cases with what follows from their values. */
  static <T, U> List<Case<U>> each(List<Case<T>> cases, Function<T, U> function) {
    // Nearly always there is one. These are the loops under all rules: no streams here.
    if (cases.size() == 1) {
      Case<T> only = cases.get(0);
      return List.of(only.with(function.apply(only.value)));
    }
    List<Case<U>> all = new ArrayList<>(cases.size());
    for (Case<T> each : cases) {
      all.add(each.with(function.apply(each.value)));
    }
    return all;
  }

  /** The same conditions and origin with another value. */
  public <U> Case<U> with(U other) {
    return new Case<>(when, other, origin);
  }

  /** This case, where also {@code other} is the case. */
  public <U, R> Case<R> and(Case<U> other, R result) {
    return new Case<>(when.and(other.when), result, origin.and(other.origin));
  }
}
