package io.github.waserverless.tree;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** The keys that lead to places in a tree: what they are called wherever their lines move. */
public final class KeyPath {

  /** Fewer entries are looked through as fast. */
  private static final int MANY = 32;

  private final Value root;
  private final IdentityHashMap<Mapping, Boolean> inOrder = new IdentityHashMap<>();

  /** The keys in the tree of a file. */
  public KeyPath(Value root) {
    this.root = root;
  }

  /**
   * The keys from the root to the innermost entry that a place is in. Items of lists have no name
   * of their own, so that one more of them does not rename the others.
   */
  public static List<String> to(Location place, Value root) {
    return new KeyPath(root).to(place);
  }

  /** The keys from the root to the innermost entry that a place is in. */
  public List<String> to(Location place) {
    List<String> keys = new ArrayList<>();
    descend(root, place, keys);
    return List.copyOf(keys);
  }

  private void descend(Value value, Location place, List<String> keys) {
    if (value instanceof Mapping mapping) {
      Optional<Mapping.Entry> entry = entry(mapping, place);
      if (entry.isPresent()) {
        keys.add(entry.get().name());
        descend(entry.get().value(), place, keys);
      }
    } else if (value instanceof Sequence sequence) {
      for (Value item : sequence.items()) {
        if (item.location().contains(place)) {
          descend(item, item.location().equals(place) ? firstOf(item) : place, keys);
          return;
        }
      }
    } else if (value instanceof Intrinsic intrinsic) {
      descend(intrinsic.argument(), place, keys);
    }
  }

  private Optional<Mapping.Entry> entry(Mapping mapping, Location place) {
    List<Mapping.Entry> entries = mapping.entries();
    if (entries.size() > MANY && inOrder.computeIfAbsent(mapping, KeyPath::isInOrder)) {
      int low = 0;
      int high = entries.size();
      while (high - low > 1) {
        int middle = (low + high) >>> 1;
        boolean after = entries.get(middle).key().location().compareTo(start(place)) > 0;
        high = after ? middle : high;
        low = after ? low : middle;
      }
      Mapping.Entry entry = entries.get(low);
      return whole(entry).contains(place) ? Optional.of(entry) : Optional.empty();
    }
    return entries.stream().filter(entry -> whole(entry).contains(place)).findFirst();
  }

  /** The greatest place that starts where a place does. */
  private static Location start(Location place) {
    return new Location(
        place.file(),
        new Span(
            place.span().startLine(),
            place.span().startColumn(),
            Integer.MAX_VALUE,
            Integer.MAX_VALUE));
  }

  /** Whether each entry begins behind the one before it: loops and merges write out others. */
  private static boolean isInOrder(Mapping mapping) {
    List<Mapping.Entry> entries = mapping.entries();
    for (int i = 1; i < entries.size(); i++) {
      Location before = whole(entries.get(i - 1));
      Location place = entries.get(i).key().location();
      if (before.contains(place) || before.compareTo(place) > 0) {
        return false;
      }
    }
    return true;
  }

  private static Location whole(Mapping.Entry entry) {
    return entry.key().location().to(entry.value().location());
  }

  /**
   * An item that fills several lines is pointed at by its first key: so is one on a single line.
   */
  private static Location firstOf(Value item) {
    return item instanceof Mapping mapping && !mapping.entries().isEmpty()
        ? mapping.entries().get(0).key().location()
        : item.location();
  }
}
