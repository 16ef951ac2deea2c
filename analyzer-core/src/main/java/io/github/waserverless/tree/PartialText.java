package io.github.waserverless.tree;

import io.github.waserverless.source.Location;
import java.util.List;
import java.util.stream.Collectors;

/** Text of which only parts are known: scalars, and between them what deployment fills in. */
public record PartialText(List<Value> parts, Location location) implements Value {

  /** The text with {@code hole} in place of each part that is not known. */
  public String withHoles(String hole) {
    return parts.stream()
        .map(part -> part instanceof Scalar known ? known.raw() : hole)
        .collect(Collectors.joining());
  }

  @Override
  public PartialText at(Location place) {
    return new PartialText(parts, place);
  }
}
