package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Case;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The resources that the transform has made so far. */
final class Output {

  private final Map<String, Resource> resources = new LinkedHashMap<>();

  Map<String, Resource> resources() {
    return resources;
  }

  void put(Resource resource) {
    resources.put(resource.logicalId(), resource);
  }

  Optional<Resource> get(String id) {
    return Optional.ofNullable(resources.get(id));
  }

  /** Adds a resource that another one causes. */
  void generate(Cause cause, String id, String type, Mapping properties) {
    generateWith(cause, id, type, Nodes.at(cause.at()).put("Properties", properties).map());
  }

  /** Adds a resource with attributes beside its properties. */
  void generateWith(Cause cause, String id, String type, Mapping body) {
    Resource owner = cause.resource();
    put(
        new Resource(
            owner.scope(),
            owner.template(),
            id,
            type,
            owner.owner(),
            body,
            cause.at(),
            owner.exists().and(cause.when()),
            owner.open()));
  }

  /**
   * Why a resource is generated.
   *
   * @param resource the declared resource
   * @param at the key that says so
   * @param when the condition inside of the declared resource
   */
  record Cause(Resource resource, Location at, Guard when) {

    Cause at(Location place) {
      return new Cause(resource, place, when);
    }

    Cause under(Guard guard) {
      return new Cause(resource, at, when.and(guard));
    }
  }

  /** Calls back with each mapping that a value may be, under its condition. */
  static void eachMapping(Cause cause, Optional<Value> value, BiConsumer<Cause, Mapping> each) {
    if (value.isEmpty()) {
      return;
    }
    for (Case<Value> c : Setting.of(cause.resource().scope(), value.get()).cases()) {
      if (c.value() instanceof Mapping mapping) {
        each.accept(cause.under(c.when()), mapping);
      }
    }
  }

  /** Adds items to a list inside of the properties of a resource of the template. */
  void extend(String id, Cause cause, List<String> path, List<Value> items) {
    Resource resource = resources.get(id);
    if (resource == null) {
      return;
    }
    Mapping properties =
        Nodes.mappingOr(resource.body().get("Properties").orElse(null), resource.location());
    put(resource.withProperties(extended(properties, path, items, cause.at())));
  }

  private static Mapping extended(
      Mapping mapping, List<String> path, List<Value> items, Location at) {
    String key = path.get(0);
    Value old = mapping.get(key).orElse(null);
    Value value;
    if (path.size() > 1) {
      value = extended(Nodes.mappingOr(old, at), path.subList(1, path.size()), items, at);
    } else {
      List<Value> all = new ArrayList<>(old instanceof Sequence s ? s.items() : List.of());
      all.addAll(items);
      value = new Sequence(all, at);
    }
    List<Mapping.Entry> entries = new ArrayList<>(mapping.entries());
    entries.removeIf(e -> e.name().equals(key));
    Scalar name = mapping.entry(key).map(Mapping.Entry::key).orElse(Scalar.text(key, at));
    entries.add(new Mapping.Entry(name, value));
    return new Mapping(entries, mapping.location());
  }
}
