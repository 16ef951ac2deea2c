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
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

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

  /** Adds a resource with attributes beside its properties; a declared one stays as it is. */
  void generateWith(Cause cause, String id, String type, Mapping body) {
    Resource owner = cause.resource();
    Resource before = resources.get(id);
    if (!cause.when().possible() || (before != null && before.declared())) {
      return;
    }
    Resource made =
        new Resource(
            new Resource.Declaration(
                owner.scope(),
                owner.template(),
                id,
                type,
                owner.owner(),
                body,
                cause.at(),
                cause.exists(),
                owner.open()));
    put(before == null || !before.type().equals(type) ? made : either(before, made, cause.when()));
  }

  /** A resource that another branch of an {@code Fn::If} has made before, with both contents. */
  private static Resource either(Resource before, Resource made, Guard when) {
    Value old = before.body().get("Properties").orElse(before.body());
    Value properties =
        made.body()
            .get("Properties")
            .flatMap(own -> Conditional.choice(made.scope(), when, own, old))
            .orElse(old);
    return new Resource(
            new Resource.Declaration(
                before.scope(),
                before.template(),
                before.logicalId(),
                before.type(),
                before.owner(),
                before.body(),
                before.location(),
                before.exists().or(made.exists()),
                before.open()))
        .withProperties(properties);
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

    /** When what is caused exists. */
    Guard exists() {
      return resource.exists().and(when);
    }

    /**
     * The same cause of something that others cause too, so that it exists where any of them do.
     */
    Cause existing(Guard exists) {
      Resource any =
          new Resource(
              new Resource.Declaration(
                  resource.scope(),
                  resource.template(),
                  resource.logicalId(),
                  resource.type(),
                  resource.owner(),
                  resource.body(),
                  resource.location(),
                  exists,
                  resource.open()));
      return new Cause(any, at, Guard.ALWAYS);
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
    List<Value> added =
        items.stream()
            .map(item -> Conditional.only(cause.resource().scope(), cause.when(), item))
            .toList();
    change(
        id,
        path,
        cause.at(),
        old -> {
          if (old.isPresent() && !(old.get() instanceof Sequence)) {
            return old;
          }
          List<Value> all = new ArrayList<>(old.map(o -> ((Sequence) o).items()).orElse(List.of()));
          all.addAll(added);
          return Optional.of(new Sequence(all, old.map(Value::location).orElse(cause.at())));
        });
  }

  /** Sets a value inside of the properties of a resource of the template, unless it has one. */
  void set(String id, Cause cause, List<String> path, Value value) {
    Value added = Conditional.only(cause.resource().scope(), cause.when(), value);
    change(id, path, cause.at(), old -> old.or(() -> Optional.of(added)));
  }

  private void change(
      String id, List<String> path, Location at, UnaryOperator<Optional<Value>> change) {
    Resource resource = resources.get(id);
    if (resource != null) {
      changed(resource.body().get("Properties"), path, at, change)
          .ifPresent(properties -> put(resource.withProperties(properties)));
    }
  }

  /** What only deployment knows stays as it is. */
  private static Optional<Value> changed(
      Optional<Value> old, List<String> path, Location at, UnaryOperator<Optional<Value>> change) {
    Optional<Value> present = old.filter(v -> !Conditional.isNothing(v));
    if (path.isEmpty()) {
      return change.apply(present);
    }
    if (present.isPresent() && !(present.get() instanceof Mapping)) {
      return present;
    }
    Mapping mapping = Nodes.mappingOr(present.orElse(null), at);
    String key = path.get(0);
    return changed(mapping.get(key), path.subList(1, path.size()), at, change)
        .map(
            value ->
                Nodes.at(mapping.location())
                    .copyAllBut(mapping, Set.of(key))
                    .put(
                        mapping.entry(key).map(Mapping.Entry::key).orElse(Scalar.text(key, at)),
                        value)
                    .map());
  }
}
