package io.github.waserverless.tree;

import io.github.waserverless.source.Location;
import java.util.List;

/** An ordered list of values. */
public record Sequence(List<Value> items, Location location) implements Value {

  @Override
  public Sequence at(Location place) {
    return new Sequence(items, place);
  }
}
