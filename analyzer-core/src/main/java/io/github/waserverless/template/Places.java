package io.github.waserverless.template;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Value;

/** Where to point for a value: never at more than a line. */
final class Places {

  private Places() {}

  static Location of(Value value) {
    if (value.location().span().onOneLine()) {
      return value.location();
    }
    return value instanceof Mapping mapping && !mapping.entries().isEmpty()
        ? mapping.entries().get(0).place()
        : value.location();
  }
}
