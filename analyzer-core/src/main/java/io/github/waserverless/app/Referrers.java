package io.github.waserverless.app;

import io.github.waserverless.template.Case;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Who refers to a resource, to an alias of it or to a version. */
final class Referrers {

  private record Property(String type, List<String> path) {}

  private final Application app;
  private final Map<Property, Index<Resource, Resource>> byProperty = new HashMap<>();

  Referrers(Application app) {
    this.app = app;
  }

  /** What a setting means, and the functions whose aliases and versions it means. */
  Stream<Resource> meant(Setting setting) {
    return app.targets(setting).stream()
        .flatMap(t -> Stream.concat(Stream.of(t), app.triggers().functionOf(t).stream()))
        .distinct();
  }

  /** The resources of a type whose property means a resource; each is resolved only once. */
  synchronized List<Resource> of(Resource target, String type, String... path) {
    return byProperty
        .computeIfAbsent(
            new Property(type, List.of(path)),
            p -> Index.of(app.resources(type), r -> meant(r.property(path))))
        .of(target);
  }

  /** Under which condition a setting means a resource. */
  Guard where(Setting setting, Resource resource) {
    return setting.cases().stream()
        .filter(c -> meant(alone(setting, c)).anyMatch(resource::equals))
        .map(Case::when)
        .reduce(Guard.NEVER, Guard::or);
  }

  private static Setting alone(Setting setting, Case<Value> one) {
    return new Setting(setting.scope(), List.of(one), setting.place());
  }
}
