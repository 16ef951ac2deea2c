package io.github.waserverless.template;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.Optional;
import java.util.Set;

/**
 * One resource that a template deploys: an entry of its {@code Resources}, or what the
 * AWS::Serverless transform makes of one.
 *
 * @param logicalId the id that references use
 * @param type the CloudFormation resource type after the transform
 * @param owner the logical id that stands in the template: for a generated resource, that of the
 *     resource which causes it
 * @param body the attributes ({@code Type}, {@code Properties}, {@code Metadata} …)
 * @param location the logical id's key, or what causes a generated resource
 * @param exists under which condition the resource is deployed
 * @param open whether something that is not in the scan may set further properties
 */
public record Resource(
    Scope scope,
    String template,
    String logicalId,
    String type,
    String owner,
    Mapping body,
    Location location,
    Guard exists,
    boolean open) {

  private static final Set<String> EXTENSIBLE =
      Set.of("CreationPolicy", "DeletionPolicy", "UpdatePolicy", "UpdateReplacePolicy");

  /** The setting of a property by its path; findings about a missing one point at the resource. */
  public Setting property(String... path) {
    Setting properties = attribute("Properties");
    if (path.length == 0) {
      return properties;
    }
    Setting first = properties.get(path[0]);
    if (open && first.absent().canHold()) {
      return Setting.unknown(scope, location);
    }
    Setting setting = path.length == 1 ? first : first.get(rest(path));
    return setting.absent().alwaysHolds() ? new Setting(scope, setting.cases(), location) : setting;
  }

  private static String[] rest(String[] path) {
    return java.util.Arrays.copyOfRange(path, 1, path.length);
  }

  /** An attribute beside the properties: {@code Metadata}, {@code DeletionPolicy}. */
  public Setting attribute(String name) {
    Value whole = body;
    Setting written = new Setting(scope, scope.resolve(whole), location).get(name);
    return open && EXTENSIBLE.contains(name) && written.absent().alwaysHolds()
        ? Setting.unknown(scope, location)
        : written;
  }

  /** Whether the template declares it itself. */
  public boolean declared() {
    return logicalId.equals(owner);
  }

  /**
   * The name that messages use: the construct path where the CDK tells it, else the logical id, or
   * that of the resource which causes it.
   */
  public String name() {
    return constructPath().orElse(owner);
  }

  /** The construct path that the CDK wrote into the metadata. */
  public Optional<String> constructPath() {
    return body.get("Metadata")
        .flatMap(m -> m instanceof Mapping map ? map.get("aws:cdk:path") : Optional.empty())
        .flatMap(v -> v instanceof Scalar path ? Optional.of(path.raw()) : Optional.empty());
  }

  /** The raw value of a property as written, for what is not resolved. */
  public Optional<Value> written(String property) {
    return body.get("Properties")
        .filter(Mapping.class::isInstance)
        .flatMap(p -> ((Mapping) p).get(property))
        .filter(v -> !(v instanceof Scalar s && s.isNull()));
  }

  /** The same resource with other properties. */
  public Resource withProperties(Value properties) {
    return new Resource(
        scope,
        template,
        logicalId,
        type,
        owner,
        new Mapping(
            java.util.stream.Stream.concat(
                    body.entries().stream().filter(e -> !e.name().equals("Properties")),
                    java.util.stream.Stream.of(
                        new Mapping.Entry(Scalar.text("Properties", location), properties)))
                .toList(),
            body.location()),
        location,
        exists,
        open);
  }

  /** Two resources are the same when they are one entry of one template. */
  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Resource r
        && template.equals(r.template)
        && logicalId.equals(r.logicalId);
  }

  @Override
  public int hashCode() {
    return 31 * template.hashCode() + logicalId.hashCode();
  }
}
