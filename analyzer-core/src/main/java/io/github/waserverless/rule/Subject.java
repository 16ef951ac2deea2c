package io.github.waserverless.rule;

import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;

/**
 * A resource that a finding is about, or a handler class that no template deploys.
 *
 * @param logicalId its id in the template, or the name of the class
 * @param type its type as CloudFormation sees it
 * @param location its logical id's key, or the class
 */
public record Subject(String logicalId, String type, Location location) {

  /** The resource, or what causes it when it is generated. */
  public static Subject of(Resource resource) {
    return new Subject(resource.owner(), resource.type(), resource.location());
  }

  /** The function that runs a handler; without one the handler's class. */
  public static Subject of(FunctionHandler handler) {
    return handler
        .function()
        .map(f -> of(f.resource()))
        .orElseGet(() -> new Subject(handler.name(), "AWS::Lambda::Function", handler.location()));
  }
}
