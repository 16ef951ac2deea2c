package io.github.waserverless.tree;

import io.github.waserverless.source.Location;
import java.util.List;
import java.util.Optional;

/** Keys and values in the order of the source. */
public record Mapping(List<Entry> entries, Location location) implements Value {

  /** A mapping that finds its entries fast, however many there are. */
  public Mapping {
    entries = ManyEntries.of(entries);
  }

  /** A key with the value written under it. */
  public record Entry(Scalar key, Value value) {

    /** The name of the key. */
    public String name() {
      return key.raw();
    }

    /** The key with its value if both fit on one line, else the key alone. */
    public Location place() {
      Location whole = key.location().to(value.location());
      return key.location().file().equals(value.location().file()) && whole.span().onOneLine()
          ? whole
          : key.location();
    }
  }

  /** The entry of a key: the last one, as parsers that allow duplicates have it. */
  public Optional<Entry> entry(String key) {
    if (entries instanceof ManyEntries many) {
      return many.named(key);
    }
    int hash = key.hashCode();
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      String name = entry.name();
      if (name.hashCode() == hash && name.equals(key)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** The value under a key, as written. */
  public Optional<Value> get(String key) {
    return entry(key).map(Entry::value);
  }

  @Override
  public Mapping at(Location place) {
    return new Mapping(entries, place);
  }
}
