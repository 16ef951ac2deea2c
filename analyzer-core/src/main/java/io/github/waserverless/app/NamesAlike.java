package io.github.waserverless.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  private static boolean fits(String name, String pattern) {
    String expression =
        Arrays.stream(HOLE.split(pattern, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".+"));
    return name.matches(expression);
  }
}
