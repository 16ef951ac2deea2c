package io.github.waserverless.configuration;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads values as what they should be, and notes each that is something else. */
final class Shapes {

  private static final Set<String> YES = Set.of("true", "yes", "on");
  private static final Set<String> NO = Set.of("false", "no", "off");

  private record Problem(Location place, String what) {}

  private final List<Problem> problems = new ArrayList<>();

  /** What does not fit, each with its place, in the order of the file. */
  List<String> problems() {
    return problems.stream()
        .sorted(Comparator.comparing(Problem::place))
        .map(p -> p.place() + ": " + p.what())
        .toList();
  }

  void problem(Location place, String what) {
    problems.add(new Problem(place, what));
  }

  /** The entries that say something: a key alone says nothing. */
  List<Mapping.Entry> entries(Value value, String what) {
    if (value instanceof Mapping mapping) {
      return mapping.entries().stream().filter(e -> !isNothing(e.value())).toList();
    }
    expected("a map", value, what);
    return List.of();
  }

  /** Like {@link #entries} with keys that are known; others are noted and left out. */
  List<Mapping.Entry> fields(Value value, String what, List<String> keys) {
    List<Mapping.Entry> known = new ArrayList<>();
    for (Mapping.Entry entry : entries(value, what)) {
      if (keys.contains(entry.name())) {
        known.add(entry);
      } else {
        problem(
            entry.key().location(),
            "unknown key " + entry.name() + in(what) + Nearest.hint(entry.name(), keys));
      }
    }
    return known;
  }

  Optional<String> text(Value value, String what) {
    if (value instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar.raw());
    }
    return expected("a text", value, what);
  }

  /** A list of texts; one text alone is a list of one. */
  List<Scalar> texts(Value value, String what) {
    List<Scalar> texts = new ArrayList<>();
    for (Value item : value instanceof Sequence list ? list.items() : List.of(value)) {
      if (item instanceof Scalar scalar && !scalar.isNull()) {
        texts.add(scalar);
      } else {
        expected("a list of texts", item, what);
      }
    }
    return texts;
  }

  List<Value> items(Value value, String what) {
    if (value instanceof Sequence list) {
      return list.items();
    }
    expected("a list", value, what);
    return List.of();
  }

  Optional<Boolean> flag(Value value, String what) {
    if (value instanceof Scalar scalar) {
      String word = scalar.raw().toLowerCase(Locale.ROOT);
      if (YES.contains(word) || NO.contains(word)) {
        return Optional.of(YES.contains(word));
      }
    }
    return expected("true or false", value, what);
  }

  Optional<Integer> number(Value value, String what, int least) {
    if (value instanceof Scalar scalar && scalar.raw().matches("\\d{1,9}")) {
      int number = Integer.parseInt(scalar.raw());
      if (number >= least) {
        return Optional.of(number);
      }
    }
    return expected("a whole number from " + least + " on", value, what);
  }

  /** One of a few words, in any case. */
  <T extends Enum<T>> Optional<T> word(Value value, String what, T[] words) {
    List<String> known = new ArrayList<>();
    for (T word : words) {
      String name = word.name().toLowerCase(Locale.ROOT);
      if (value instanceof Scalar scalar && scalar.raw().equalsIgnoreCase(name)) {
        return Optional.of(word);
      }
      known.add(name);
    }
    String hint = value instanceof Scalar scalar ? Nearest.hint(scalar.raw(), known) : "";
    problem(
        value.location(),
        "expected one of %s as %s, not %s%s"
            .formatted(String.join(", ", known), what, kind(value), hint));
    return Optional.empty();
  }

  static boolean isNothing(Value value) {
    return value instanceof Scalar scalar && scalar.isNull();
  }

  private <T> Optional<T> expected(String shape, Value value, String what) {
    problem(value.location(), "expected %s%s, not %s".formatted(shape, as(what), kind(value)));
    return Optional.empty();
  }

  private static String in(String what) {
    return what.isEmpty() ? "" : " in " + what;
  }

  private static String as(String what) {
    return what.isEmpty() ? "" : " as " + what;
  }

  /** A value as a message names it. */
  static String kind(Value value) {
    if (value instanceof Mapping) {
      return "a map";
    }
    if (value instanceof Sequence) {
      return "a list";
    }
    return value instanceof Scalar scalar
        ? scalar.isNull() ? "nothing" : "'" + scalar.raw() + "'"
        : "a tagged value";
  }
}
