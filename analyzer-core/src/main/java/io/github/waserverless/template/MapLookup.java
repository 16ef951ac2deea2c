package io.github.waserverless.template;

import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code Fn::FindInMap} may give: one entry for literal keys, all entries that a variable key
 * can reach otherwise.
 */
final class MapLookup {

  private final Scope scope;

  MapLookup(Scope scope) {
    this.scope = scope;
  }

  List<Case<Value>> cases(Intrinsic call) {
    List<Value> keys = Resolver.operands(call);
    if (keys.size() < 3) {
      return List.of(Case.always(call));
    }
    List<Case<Value>> found = new ArrayList<>();
    for (Case<Mapping> map : entries(scope.mappings(), keys.get(0))) {
      for (Case<Mapping> first : entries(map.value(), keys.get(1))) {
        for (Case<Value> second : values(first.value(), keys.get(2))) {
          if (found.size() > Resolver.MOST_CASES) {
            return found;
          }
          found.add(map.and(first, first.value()).and(second, second.value().at(call.location())));
        }
      }
    }
    return found.isEmpty()
        ? defaultValue(keys).map(scope::resolve).orElse(List.of(Case.always(call)))
        : found.stream().filter(c -> c.when().possible()).toList();
  }

  private static Optional<Value> defaultValue(List<Value> keys) {
    return keys.size() > 3 && keys.get(3) instanceof Mapping options
        ? options.get("DefaultValue")
        : Optional.empty();
  }

  private List<Case<Mapping>> entries(Mapping map, Value key) {
    List<Case<Mapping>> entries = new ArrayList<>();
    for (Case<Value> value : values(map, key)) {
      if (value.value() instanceof Mapping mapping) {
        entries.add(value.with(mapping));
      }
    }
    return entries;
  }

  private List<Case<Value>> values(Mapping map, Value key) {
    List<Case<Value>> values = new ArrayList<>();
    for (Case<Value> k : keys(key)) {
      if (k.value() instanceof Scalar text) {
        map.get(text.raw()).ifPresent(value -> values.add(k.with(value)));
      } else {
        map.entries()
            .forEach(
                entry ->
                    values.add(
                        new Case<>(
                            k.when().and(chosen(k.value(), entry.name())),
                            entry.value(),
                            Origin.LISTED)));
      }
    }
    return values;
  }

  /** A parameter is a variable key even when it has a default: other stages exist. */
  private List<Case<Value>> keys(Value key) {
    if (key instanceof Intrinsic call && call.is("Ref")) {
      Optional<String> given = Reference.of(call).flatMap(r -> scope.given(r.name()));
      return List.of(
          Case.always(given.map(text -> (Value) Scalar.text(text, call.location())).orElse(call)));
    }
    return scope.resolve(key);
  }

  private Guard chosen(Value key, String entry) {
    Optional<Parameter> parameter =
        key instanceof Intrinsic call
            ? Reference.of(call).flatMap(r -> scope.parameter(r.name()))
            : Optional.empty();
    return parameter
        .map(p -> Conditions.comparison(scope.template(), p, entry))
        .orElseGet(() -> new Guard.Comparison(scope.template(), Rendering.of(key), entry));
  }
}
