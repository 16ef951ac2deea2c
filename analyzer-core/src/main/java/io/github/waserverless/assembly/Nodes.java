package io.github.waserverless.assembly;

import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Optional;

/**
 * What the documents of an assembly say; what is of another kind than it should be is not there.
 */
final class Nodes {

  private Nodes() {}

  static Optional<Value> get(Value value, String... path) {
    Optional<Value> found = Optional.of(value);
    for (String key : path) {
      found = found.flatMap(v -> v instanceof Mapping m ? m.get(key) : Optional.empty());
    }
    return found;
  }

  static Optional<String> text(Value value, String... path) {
    return get(value, path).flatMap(Nodes::text);
  }

  static Optional<String> text(Value value) {
    return value instanceof Scalar scalar && scalar.quoted()
        ? Optional.of(scalar.raw())
        : Optional.empty();
  }

  static List<Mapping.Entry> entries(Value value, String... path) {
    return get(value, path)
        .map(v -> v instanceof Mapping m ? m.entries() : List.<Mapping.Entry>of())
        .orElse(List.of());
  }

  static List<Value> items(Value value) {
    return value instanceof Sequence list ? list.items() : List.of();
  }

  static List<String> texts(Value value) {
    return items(value).stream().flatMap(item -> text(item).stream()).toList();
  }
}
