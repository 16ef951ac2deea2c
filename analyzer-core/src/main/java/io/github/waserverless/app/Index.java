package io.github.waserverless.app;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Things by what they mean, mostly resources, so that who asks for each of many does not look at
 * all things each time.
 */
final class Index<K, T> {

  /** Its place among all tells it from others: things may be costly to compare. */
  private record Entry<T>(int order, T thing) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry<?> entry && entry.order == order;
    }

    @Override
    public int hashCode() {
      return order;
    }
  }

  private final Map<K, List<Entry<T>>> meaning = new HashMap<>();
  private final List<Entry<T>> any = new ArrayList<>();

  /** Things that mean certain others, or none. */
  static <K, T> Index<K, T> of(Collection<T> things, Function<T, Stream<K>> meant) {
    return of(things, meant, thing -> false);
  }

  /**
   * Things that mean certain others.
   *
   * @param mayMeanAny which of them may mean all others too
   */
  static <K, T> Index<K, T> of(
      Collection<T> things, Function<T, Stream<K>> meant, Predicate<T> mayMeanAny) {
    Index<K, T> index = new Index<>();
    int order = 0;
    for (T thing : things) {
      Entry<T> entry = new Entry<>(order++, thing);
      if (mayMeanAny.test(thing)) {
        index.any.add(entry);
      } else {
        meant
            .apply(thing)
            .distinct()
            .forEach(k -> index.meaning.computeIfAbsent(k, x -> new ArrayList<>()).add(entry));
      }
    }
    return index;
  }

  /** The first that means one. */
  Optional<T> first(K meant) {
    return of(meant).stream().findFirst();
  }

  /** Those that mean one, and those that may mean any, in the order of all. */
  List<T> of(K meant) {
    return ofEach(List.of(meant));
  }

  /** Those that mean one of several, and those that may mean any, in the order of all. */
  List<T> ofEach(Collection<? extends K> meant) {
    Set<Entry<T>> found = new HashSet<>(any);
    meant.forEach(k -> found.addAll(meaning.getOrDefault(k, List.of())));
    if (found.isEmpty()) {
      return List.of();
    }
    List<Entry<T>> ordered = new ArrayList<>(found);
    ordered.sort((one, two) -> Integer.compare(one.order, two.order));
    List<T> things = new ArrayList<>();
    ordered.forEach(entry -> things.add(entry.thing));
    return things;
  }
}
