package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;
import java.util.Optional;

/** Which services the functions of an application let in. */
public final class InvokePermissions {

  private final Application app;

  InvokePermissions(Application app) {
    this.app = app;
  }

  /** The permissions on a function, whatever its alias or version. */
  public List<Resource> on(Resource function) {
    return app.referring(function, "AWS::Lambda::Permission", "FunctionName");
  }

  /** Whether a permission is certain to be one on {@code $LATEST}, not on an alias or version. */
  public boolean namesLatest(Resource permission, LambdaFunction function) {
    return Latest.isNamed(permission.property("FunctionName"), function.resource(), permission);
  }

  /**
   * The permissions by which a trigger may invoke what it names; one on a function that is not
   * found here may be the one.
   */
  public List<Resource> permitting(Trigger trigger) {
    return permissions().of(trigger.function()).stream()
        .filter(p -> mayConcern(p, trigger.service()))
        .filter(p -> app.targets(p.property("FunctionName")).isEmpty() || covers(p, trigger))
        .toList();
  }

  /** The permissions on each function, and those on what is not found here. */
  private Index<Resource, Resource> permissions() {
    return app.index(
        InvokePermissions.class,
        "permissions",
        () ->
            Index.of(
                app.resources("AWS::Lambda::Permission"),
                p -> app.meant(p.property("FunctionName")),
                p -> app.targets(p.property("FunctionName")).isEmpty()));
  }

  /** A principal that only deployment knows may be any. */
  private static boolean mayConcern(Resource permission, Service service) {
    Setting principal = permission.property("Principal");
    return principal.text().values().isEmpty()
        || principal.text().values().stream()
            .anyMatch(
                p ->
                    p.equals("*")
                        || Principals.service(p)
                            .filter(by -> Principals.explains(service, by))
                            .isPresent());
  }

  /** A permission on the function alone does not hold for its aliases. */
  private boolean covers(Resource permission, Trigger trigger) {
    if (trigger.target().equals(trigger.function())) {
      return true;
    }
    Setting name = permission.property("FunctionName");
    boolean unqualified =
        app.targets(name).stream().allMatch(r -> r.equals(trigger.function()))
            && name.renderings().stream().noneMatch(text -> text.contains("}:"))
            && permission.property("Qualifier").absent().alwaysHolds();
    return !unqualified;
  }

  /** Whether the principal of every permission on a function is one of its declared triggers. */
  public boolean areExplained(LambdaFunction function) {
    return on(function.resource()).stream()
        .allMatch(
            permission -> {
              Optional<Service> by =
                  permission.property("Principal").text().certain().flatMap(Principals::service);
              return by.isPresent()
                  && function.triggers().stream()
                      .anyMatch(t -> Principals.explains(t.service(), by.get()));
            });
  }
}
