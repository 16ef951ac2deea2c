package io.github.waserverless.app;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Things by their names, of which deployment may fill in parts: <code>orders-${Stage}</code>. Two
 * names that can turn out the same begin alike and end alike, so only such are compared: those of
 * fewer candidates, where the beginnings or the ends leave more of them.
 */
final class NamesAlike<T> {

  private record Named<T>(String name, T thing) {}

  private static final Pattern HOLE = Pattern.compile("\\$\\{[^}]*}");

  private final NavigableMap<String, List<Named<T>>> byStart = new TreeMap<>();
  private final NavigableMap<String, List<Named<T>>> byEnd = new TreeMap<>();

  NamesAlike(List<T> things, Function<T, List<String>> names) {
    for (T thing : things) {
      for (String name : names.apply(thing)) {
        Named<T> named = new Named<>(name, thing);
        byStart.computeIfAbsent(start(name), s -> new ArrayList<>(1)).add(named);
        byEnd.computeIfAbsent(end(name), e -> new ArrayList<>(1)).add(named);
      }
    }
  }

  /** What precedes the first hole. */
  private static String start(String name) {
    return HOLE.split(name, 2)[0];
  }

  /** What follows the last hole, from its last character to its first. */
  private static String end(String name) {
    String[] parts = HOLE.split(name, -1);
    return new StringBuilder(parts[parts.length - 1]).reverse().toString();
  }

  /** The things whose names can turn out the same as a name, whatever deployment fills in. */
  Stream<T> of(String name) {
    List<List<Named<T>>> alike = alike(byStart, start(name), Long.MAX_VALUE);
    List<List<Named<T>>> ends = alike(byEnd, end(name), count(alike));
    return (count(ends) < count(alike) ? ends : alike)
        .stream()
            .flatMap(List::stream)
            .filter(other -> fits(other.name(), name) || fits(name, other.name()))
            .map(Named::thing);
  }

  /** Those whose key goes on like another, or that another goes on like: no more than enough. */
  private static <T> List<List<Named<T>>> alike(
      NavigableMap<String, List<Named<T>>> names, String key, long enough) {
    List<List<Named<T>>> found = new ArrayList<>();
    long count = 0;
    for (int length = 0; length < key.length(); length++) {
      List<Named<T>> shorter = names.get(key.substring(0, length));
      if (shorter != null) {
        found.add(shorter);
        count += shorter.size();
      }
    }
    for (List<Named<T>> longer :
        names.subMap(key, true, key + Character.MAX_VALUE, false).values()) {
      if (count >= enough) {
        break;
      }
      found.add(longer);
      count += longer.size();
    }
    return found;
  }

  private static <T> long count(List<List<Named<T>>> lists) {
    return lists.stream().mapToLong(List::size).sum();
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
