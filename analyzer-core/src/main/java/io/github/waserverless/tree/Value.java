package io.github.waserverless.tree;

import io.github.waserverless.source.Location;

/** A value as written in a template, with its place. */
public sealed interface Value permits Scalar, Sequence, Mapping, Intrinsic, PartialText {

  /** Where the value is written. */
  Location location();

  /** The same value at another place: where a resolved value is used. */
  Value at(Location place);
}
