package io.github.waserverless.template;

/** What holds under some conditions. */
public record Case<T>(Guard when, T value, Origin origin) {

  /** What holds at every deployment. */
  public static <T> Case<T> always(T value) {
    return new Case<>(Guard.ALWAYS, value, Origin.WRITTEN);
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
