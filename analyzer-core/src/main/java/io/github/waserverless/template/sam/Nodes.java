package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A mapping under construction: what is new stands at one place, what is copied keeps its own. */
final class Nodes {

  private final Location at;
  private final List<Mapping.Entry> entries = new ArrayList<>();

  private Nodes(Location at) {
    this.at = at;
  }

  static Nodes at(Location place) {
    return new Nodes(place);
  }

  Nodes put(String key, Value value) {
    entries.add(new Mapping.Entry(Scalar.text(key, at), value));
    return this;
  }

  Nodes put(String key, String text) {
    return put(key, Scalar.text(text, at));
  }

  /** A key as it stands with another value. */
  Nodes put(Scalar key, Value value) {
    entries.add(new Mapping.Entry(key, value));
    return this;
  }

  /** The entry of a key under its own name, if it is there. */
  Nodes copy(Mapping from, String key) {
    from.entry(key).ifPresent(entries::add);
    return this;
  }

  /** The entry of a key under another name: the place of the key stays. */
  Nodes renamed(Mapping from, String key, String name) {
    from.entry(key)
        .ifPresent(
            e -> entries.add(new Mapping.Entry(Scalar.text(name, e.key().location()), e.value())));
    return this;
  }

  /** Another value under another key, which stands where the old key does if there is one. */
  Nodes replaced(Mapping from, String key, String name, Value value) {
    Location place = from.entry(key).map(e -> e.key().location()).orElse(at);
    return put(Scalar.text(name, place), value);
  }

  /** All entries but some. */
  Nodes copyAllBut(Mapping from, Set<String> keys) {
    from.entries().stream().filter(e -> !keys.contains(e.name())).forEach(entries::add);
    return this;
  }

  Mapping map() {
    return new Mapping(List.copyOf(entries), at);
  }

  static Value ref(String id, Location at) {
    return new Intrinsic("Ref", Scalar.text(id, at), at);
  }

  static Value attribute(String id, String attribute, Location at) {
    return new Intrinsic(
        "GetAtt", new Sequence(List.of(Scalar.text(id, at), Scalar.text(attribute, at)), at), at);
  }

  static Value sub(String text, Location at) {
    return new Intrinsic("Sub", Scalar.text(text, at), at);
  }

  static Sequence list(Location at, Value... items) {
    return new Sequence(List.of(items), at);
  }

  static Mapping mappingOr(@org.jspecify.annotations.Nullable Value value, Location at) {
    return value instanceof Mapping mapping ? mapping : new Mapping(List.of(), at);
  }
}
