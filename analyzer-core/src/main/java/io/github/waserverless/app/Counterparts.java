package io.github.waserverless.app;

import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;
import java.util.Collection;

/**
 * Resources that could serve another one.
 *
 * @param resources what could serve it
 * @param fragment whether the template of the other one is only a part of what is deployed
 */
record Counterparts(Collection<Resource> resources, boolean fragment) {

  /**
   * Whether a resource goes without any of them. Those of other templates are taken to exist
   * whenever it does; what a fragment lacks may be elsewhere.
   */
  Truth areMissing(Resource resource) {
    if (resources.isEmpty() && fragment) {
      return Truth.UNKNOWN;
    }
    Guard covered =
        resources.stream()
            .map(c -> c.template().equals(resource.template()) ? c.exists() : Guard.ALWAYS)
            .reduce(Guard.NEVER, Guard::or);
    return resource.exists().implies(covered) ? Truth.NO : Truth.when(covered.not());
  }
}
