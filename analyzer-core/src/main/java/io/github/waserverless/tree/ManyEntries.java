package io.github.waserverless.tree;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/** The entries of a large mapping, found by their keys without looking at all. */
final class ManyEntries extends AbstractList<Mapping.Entry> implements RandomAccess {

  /** Fewer are looked through as fast. */
  private static final int MANY = 32;

  private final List<Mapping.Entry> entries;
  private final Map<String, Mapping.Entry> byName = new HashMap<>();

  private ManyEntries(List<Mapping.Entry> entries) {
    this.entries = List.copyOf(entries);
    entries.forEach(entry -> byName.put(entry.name(), entry));
  }

  /** The same entries, in a form that suits their number. */
  static List<Mapping.Entry> of(List<Mapping.Entry> entries) {
    return entries.size() < MANY || entries instanceof ManyEntries
        ? entries
        : new ManyEntries(entries);
  }

  /** The last entry of a name. */
  Optional<Mapping.Entry> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public Mapping.Entry get(int index) {
    return entries.get(index);
  }

  @Override
  public int size() {
    return entries.size();
  }
}
