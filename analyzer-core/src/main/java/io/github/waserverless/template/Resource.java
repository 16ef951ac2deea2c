package io.github.waserverless.template;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One resource that a template deploys: an entry of its {@code Resources}, or what the
 * AWS::Serverless transform makes of one. It remembers what its properties may be: all rules ask
 * for the same ones.
 */
public final class Resource {

  private static final Set<String> EXTENSIBLE =
      Set.of("CreationPolicy", "DeletionPolicy", "UpdatePolicy", "UpdateReplacePolicy");

  private final Declaration declaration;
  private final Map<String, Setting> attributes = new ConcurrentHashMap<>();
  private final Map<String, Property> properties = new ConcurrentHashMap<>();

  /**
   * A property.
   *
   * @param written what its parts are taken from
   * @param told what rules get, which is at the place of the resource when it is absent
   */
  private record Property(Setting written, Setting told) {}

  /**
   * What makes a resource.
   *
   * @param scope the template that gives names their meaning
   * @param template the name of the template
   * @param logicalId the id that references use
   * @param type the CloudFormation resource type after the transform
   * @param owner the logical id that stands in the template: for a generated resource, that of the
   *     resource which causes it
   * @param body the attributes ({@code Type}, {@code Properties}, {@code Metadata} …)
   * @param location the logical id's key, or what causes a generated resource
   * @param exists under which condition the resource is deployed
   * @param open whether something that is not in the scan may set further properties
   */
  public record Declaration(
      Scope scope,
      String template,
      String logicalId,
      String type,
      String owner,
      Mapping body,
      Location location,
      Guard exists,
      boolean open) {}

  /** The resource of a declaration. */
  public Resource(Declaration declaration) {
    this.declaration = declaration;
  }

  /** The template that gives names their meaning. */
  public Scope scope() {
    return declaration.scope();
  }

  /** The name of the template. */
  public String template() {
    return declaration.template();
  }

  /** The id that references use. */
  public String logicalId() {
    return declaration.logicalId();
  }

  /** The CloudFormation resource type after the transform. */
  public String type() {
    return declaration.type();
  }

  /** The logical id in the template: of a generated resource, that of the one which causes it. */
  public String owner() {
    return declaration.owner();
  }

  /** The attributes: {@code Type}, {@code Properties}, {@code Metadata} … */
  public Mapping body() {
    return declaration.body();
  }

  /** The logical id's key, or what causes a generated resource. */
  public Location location() {
    return declaration.location();
  }

  /** Under which condition the resource is deployed. */
  public Guard exists() {
    return declaration.exists();
  }

  /** Whether something that is not in the scan may set further properties. */
  public boolean open() {
    return declaration.open();
  }

  /** The setting of a property by its path; findings about a missing one point at the resource. */
  public Setting property(String... path) {
    if (path.length == 0) {
      return attribute("Properties");
    }
    Property first = properties.get(path[0]);
    if (first == null) {
      first = read(path[0]);
      properties.put(path[0], first);
    }
    return path.length == 1 ? first.told() : told(first.written().get(rest(path)));
  }

  private Property read(String name) {
    Setting written = attribute("Properties").get(name);
    if (open() && written.absent().canHold()) {
      Setting unknown = Setting.unknown(scope(), location());
      return new Property(unknown, unknown);
    }
    return new Property(written, told(written));
  }

  private Setting told(Setting setting) {
    return setting.absent().alwaysHolds()
        ? new Setting(scope(), setting.cases(), location())
        : setting;
  }

  private static String[] rest(String[] path) {
    return java.util.Arrays.copyOfRange(path, 1, path.length);
  }

  /** An attribute beside the properties: {@code Metadata}, {@code DeletionPolicy}. */
  public Setting attribute(String name) {
    Setting attribute = attributes.get(name);
    if (attribute == null) {
      attribute = readAttribute(name);
      attributes.put(name, attribute);
    }
    return attribute;
  }

  private Setting readAttribute(String name) {
    Setting written = new Setting(scope(), scope().resolve(body()), location()).get(name);
    return open() && EXTENSIBLE.contains(name) && written.absent().alwaysHolds()
        ? Setting.unknown(scope(), location())
        : written;
  }

  /** Whether the template declares it itself. */
  public boolean declared() {
    return logicalId().equals(owner());
  }

  /**
   * The name that messages use: the construct path where the CDK tells it, else the logical id, or
   * that of the resource which causes it.
   */
  public String name() {
    return constructPath().orElse(owner());
  }

  /** The construct path that the CDK wrote into the metadata. */
  public Optional<String> constructPath() {
    return body()
        .get("Metadata")
        .flatMap(m -> m instanceof Mapping map ? map.get("aws:cdk:path") : Optional.empty())
        .flatMap(v -> v instanceof Scalar path ? Optional.of(path.raw()) : Optional.empty());
  }

  /** The raw value of a property as written, for what is not resolved. */
  public Optional<Value> written(String property) {
    return body()
        .get("Properties")
        .filter(Mapping.class::isInstance)
        .flatMap(p -> ((Mapping) p).get(property))
        .filter(v -> !(v instanceof Scalar s && s.isNull()));
  }

  /** The same resource with other properties. */
  public Resource withProperties(Value properties) {
    return new Resource(
        new Declaration(
            scope(),
            template(),
            logicalId(),
            type(),
            owner(),
            new Mapping(
                java.util.stream.Stream.concat(
                        body().entries().stream().filter(e -> !e.name().equals("Properties")),
                        java.util.stream.Stream.of(
                            new Mapping.Entry(Scalar.text("Properties", location()), properties)))
                    .toList(),
                body().location()),
            location(),
            exists(),
            open()));
  }

  /** Two resources are the same when they are one entry of one template. */
  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof Resource r
        && template().equals(r.template())
        && logicalId().equals(r.logicalId());
  }

  @Override
  public int hashCode() {
    return 31 * template().hashCode() + logicalId().hashCode();
  }
}
