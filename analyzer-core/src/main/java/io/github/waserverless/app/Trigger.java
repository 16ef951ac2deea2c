package io.github.waserverless.app;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;

/**
 * Something that invokes a function.
 *
 * @param service who invokes
 * @param mode how
 * @param function the function that is invoked
 * @param declaredBy the resource that says so: the mapping, rule, subscription, bucket …
 * @param target what it names: the function itself, or one of its aliases or versions
 * @param place where it says so
 * @param evident whether it is a declared trigger, not only a permission to invoke
 */
public record Trigger(
    Service service,
    InvocationMode mode,
    Resource function,
    Resource declaredBy,
    Resource target,
    Location place,
    boolean evident) {

  /** Under which condition the trigger is deployed. */
  public Guard exists() {
    return declaredBy.exists();
  }
}
