package io.github.waserverless.tree;

import io.github.waserverless.source.Location;
import java.util.Set;

/**
 * A single value; {@code raw} is its text before any typing, so that {@code on}, {@code 012} and
 * {@code 2012-10-17} stay what they are.
 *
 * @param quoted whether the text was quoted, and so cannot mean null
 */
public record Scalar(String raw, boolean quoted, Location location) implements Value {

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  /** A quoted text. */
  public static Scalar text(String text, Location location) {
    return new Scalar(text, true, location);
  }

  /** Whether nothing was written, or null. */
  public boolean isNull() {
    return !quoted && NULLS.contains(raw);
  }

  @Override
  public Scalar at(Location place) {
    return new Scalar(raw, quoted, place);
  }
}
