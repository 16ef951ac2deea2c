package io.github.waserverless.app.states;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Values in the middle of a text that must first be read as JSON or YAML: a character of Unicode's
 * private use area stands for each, so that everything else keeps its column.
 */
final class Placeholders {

  private static final char FIRST = '\uE000';
  private static final char FILLER = '\uF8FF';
  private static final int MOST = FILLER - FIRST;

  private final List<Value> values = new ArrayList<>();

  /** What stands for a value, as wide as {@code width} if that is possible. */
  String mark(Value value, int width, boolean quoted) {
    if (values.size() == MOST) {
      throw new Exhausted("has more than " + MOST + " substitutions");
    }
    String mark = String.valueOf((char) (FIRST + values.size()));
    values.add(value);
    String wide = mark + String.valueOf(FILLER).repeat(Math.max(0, width - (quoted ? 3 : 1)));
    return quoted ? '"' + wide + '"' : wide;
  }

  /** Whether a text already uses the characters that stand for values. */
  static boolean clash(String text) {
    return text.chars().anyMatch(c -> c >= FIRST && c <= FILLER);
  }

  /** The tree with the values where their marks are. */
  Value filled(Value tree) {
    if (values.isEmpty()) {
      return tree;
    }
    if (tree instanceof Mapping mapping) {
      return new Mapping(
          mapping.entries().stream()
              .map(e -> new Mapping.Entry(key(e.key()), filled(e.value())))
              .toList(),
          mapping.location());
    }
    if (tree instanceof Sequence sequence) {
      return new Sequence(
          sequence.items().stream().map(this::filled).toList(), sequence.location());
    }
    if (tree instanceof Intrinsic call) {
      return new Intrinsic(call.function(), filled(call.argument()), call.location());
    }
    return tree instanceof Scalar scalar ? text(scalar) : tree;
  }

  /** Keys stay texts. */
  private Scalar key(Scalar key) {
    return clash(key.raw())
        ? Scalar.text(key.raw().replaceAll("[\uE000-\uF8FE]\uF8FF*", "\\${…}"), key.location())
        : key;
  }

  private Value text(Scalar scalar) {
    if (!clash(scalar.raw())) {
      return scalar;
    }
    Location place = scalar.location();
    List<Value> parts = new ArrayList<>();
    StringBuilder known = new StringBuilder();
    for (char c : scalar.raw().toCharArray()) {
      if (c >= FIRST && c < FIRST + values.size()) {
        flush(known, parts, place);
        parts.add(values.get(c - FIRST).at(place));
      } else if (c != FILLER) {
        known.append(c);
      }
    }
    flush(known, parts, place);
    return parts.size() == 1
        ? parts.get(0)
        : new Intrinsic(
            "Join",
            new Sequence(List.of(Scalar.text("", place), new Sequence(parts, place)), place),
            place);
  }

  /** Ends the reading of a definition that has no marks left. */
  static final class Exhausted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    Exhausted(String problem) {
      super(problem, null, false, false);
      this.problem = problem;
    }

    /** What is said of the definition. */
    String problem() {
      return problem;
    }
  }

  private static void flush(StringBuilder known, List<Value> into, Location place) {
    if (known.length() > 0) {
      into.add(Scalar.text(known.toString(), place));
      known.setLength(0);
    }
  }
}
