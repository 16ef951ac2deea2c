package io.github.waserverless.template;

import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How CloudFormation reads a value: as nothing, a text, a switch or a number. */
final class Reading {

  private static final Set<String> YES = Set.of("true", "yes", "on");
  private static final Set<String> NO = Set.of("false", "no", "off");

  /** Stands for what something out of sight may set. */
  static final String UNKNOWN = "Unknown";

  private Reading() {}

  /** Whether nothing is written; not known of what something out of sight may set. */
  static Optional<Boolean> absent(Value value) {
    return value instanceof Intrinsic call && call.is(UNKNOWN)
        ? Optional.empty()
        : Optional.of(isAbsent(value));
  }

  static boolean isAbsent(Value value) {
    return value instanceof Scalar scalar && scalar.isNull();
  }

  static Optional<String> text(Value value) {
    return value instanceof Scalar scalar && !scalar.isNull()
        ? Optional.of(scalar.raw())
        : Optional.empty();
  }

  static Optional<Boolean> yesOrNo(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Optional.of(true);
    }
    return NO.contains(word) ? Optional.of(false) : Optional.empty();
  }

  static Optional<Double> number(String text) {
    try {
      return Optional.of(Double.valueOf(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
