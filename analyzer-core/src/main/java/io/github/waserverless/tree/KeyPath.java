package io.github.waserverless.tree;

import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.List;

/** The keys that lead to a place in a tree: what it is called wherever its lines move. */
public final class KeyPath {

  private KeyPath() {}

  /**
   * The keys from the root to the innermost entry that a place is in. Items of lists have no name
   * of their own, so that one more of them does not rename the others.
   */
  public static List<String> to(Location place, Value root) {
    List<String> keys = new ArrayList<>();
    descend(root, place, keys);
    return List.copyOf(keys);
  }

  private static void descend(Value value, Location place, List<String> keys) {
    if (value instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        if (entry.key().location().to(entry.value().location()).contains(place)) {
          keys.add(entry.name());
          descend(entry.value(), place, keys);
          return;
        }
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

  /**
   * An item that fills several lines is pointed at by its first key: so is one on a single line.
   */
  private static Location firstOf(Value item) {
    return item instanceof Mapping mapping && !mapping.entries().isEmpty()
        ? mapping.entries().get(0).key().location()
        : item.location();
  }
}
