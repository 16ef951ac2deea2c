package io.github.waserverless.rule;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;

/**
 * A resource that a finding is about.
 *
 * @param logicalId its id in the template
 * @param type its type as CloudFormation sees it
 * @param location its logical id's key
 */
public record Subject(String logicalId, String type, Location location) {

  /** The resource, or what causes it when it is generated. */
  public static Subject of(Resource resource) {
    return new Subject(resource.owner(), resource.type(), resource.location());
  }
}
