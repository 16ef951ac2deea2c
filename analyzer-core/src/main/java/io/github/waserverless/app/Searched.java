package io.github.waserverless.app;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was looked for in an application, so that nobody looks for it again. */
final class Searched {

  private final Map<Object, Object> found = new HashMap<>();

  /** What a search finds; a key always stands for the same search. */
  @SuppressWarnings("unchecked")
  synchronized <T> T once(Object key, Supplier<T> search) {
    Object known = found.get(key);
    if (known == null) {
      known = search.get();
      found.put(key, known);
    }
    return (T) known;
  }
}
