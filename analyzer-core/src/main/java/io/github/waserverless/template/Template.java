package io.github.waserverless.template;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CloudFormation template, whoever wrote it, as CloudFormation sees it after its transforms.
 *
 * @param file its path as reported
 * @param root its tree as written
 * @param scope what names mean in it
 * @param resources what it deploys, by logical id, in the order of the source
 * @param fragment whether a file that is not here supplies the rest of it
 * @param notices what in it was not looked at
 */
public record Template(
    String file,
    Mapping root,
    Scope scope,
    Map<String, Resource> resources,
    boolean fragment,
    List<Notice> notices) {

  /** A copy with its own order-preserving map. */
  public Template {
    resources = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(resources));
  }

  /** The resource of a logical id. */
  public Optional<Resource> resource(String logicalId) {
    return Optional.ofNullable(resources.get(logicalId));
  }

  /** The outputs: each name with its declaration. */
  public List<Mapping.Entry> outputs() {
    return Scope.section(root, "Outputs").entries();
  }

  /** The value of an output. */
  public Optional<Value> output(String name) {
    return Scope.section(root, "Outputs")
        .get(name)
        .filter(Mapping.class::isInstance)
        .flatMap(o -> ((Mapping) o).get("Value"));
  }

  /** The type that the file gives a resource, before any transform. */
  public Optional<String> writtenType(String logicalId) {
    return Scope.section(root, "Resources")
        .get(logicalId)
        .flatMap(r -> r instanceof Mapping body ? body.get("Type") : Optional.empty())
        .flatMap(t -> t instanceof Scalar type ? Optional.of(type.raw()) : Optional.empty());
  }

  /** Where {@code Globals} speak about a kind of resource ({@code Function}, {@code Api}). */
  public Optional<Location> globals(String kind) {
    return Scope.section(root, "Globals").entry(kind).map(e -> e.key().location());
  }
}
