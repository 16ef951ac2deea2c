package io.github.waserverless.app;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Things by their names, of which deployment may fill in parts: <code>orders-${Stage}</code>. Two
 * names that can turn out the same end alike, so only such are compared.
 */
final class NamesAlike<T> {

  private record Named<T>(String name, T thing) {}

  private static final Pattern HOLE = Pattern.compile("\\$\\{[^}]*}");

  private final NavigableMap<String, List<Named<T>>> byEnd = new TreeMap<>();

  NamesAlike(List<T> things, Function<T, List<String>> names) {
    for (T thing : things) {
      for (String name : names.apply(thing)) {
        byEnd.computeIfAbsent(end(name), e -> new ArrayList<>()).add(new Named<>(name, thing));
      }
    }
  }

  /** What follows the last hole, from its last character to its first. */
  private static String end(String name) {
    String[] parts = HOLE.split(name, -1);
    return new StringBuilder(parts[parts.length - 1]).reverse().toString();
  }

  /** The things whose names can turn out the same as a name, whatever deployment fills in. */
  Stream<T> of(String name) {
    String end = end(name);
    Stream<List<Named<T>>> shorter =
        IntStream.range(0, end.length())
            .mapToObj(length -> byEnd.getOrDefault(end.substring(0, length), List.of()));
    Stream<List<Named<T>>> longer =
        byEnd.subMap(end, true, end + Character.MAX_VALUE, false).values().stream();
    return Stream.concat(shorter, longer)
        .flatMap(List::stream)
        .filter(other -> fits(other.name(), name) || fits(name, other.name()))
        .map(Named::thing);
  }

  /** Whether a pattern can become a name; a regular expression could take forever to say no. */
  private static boolean fits(String name, String pattern) {
    String[] parts = HOLE.split(pattern, -1);
    String last = parts[parts.length - 1];
    if (parts.length == 1 || !name.startsWith(parts[0])) {
      return name.equals(pattern);
    }
    int end = parts[0].length();
    for (int i = 1; i < parts.length - 1; i++) {
      // Deployment fills in at least one character.
      int start = name.indexOf(parts[i], end + 1);
      if (start < 0) {
        return false;
      }
      end = start + parts[i].length();
    }
    return name.endsWith(last) && name.length() - last.length() > end;
  }
}
