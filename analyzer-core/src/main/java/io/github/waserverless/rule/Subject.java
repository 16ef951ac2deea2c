package io.github.waserverless.rule;

import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import java.util.Optional;

/**
 * A resource that a finding is about, or a handler class that no template deploys.
 *
 * @param logicalId its id in the template, or the name of the class
 * @param type its type as CloudFormation sees it
 * @param location its logical id's key, or the class
 * @param constructPath the path of the construct in the CDK application that made it
 */
public record Subject(
    String logicalId, String type, Location location, Optional<String> constructPath) {

  /** The resource, or what causes it when it is generated. */
  public static Subject of(Resource resource) {
    return new Subject(
        resource.owner(), resource.type(), resource.location(), resource.constructPath());
  }

  /** The function that runs a handler; without one the handler's class. */
  public static Subject of(FunctionHandler handler) {
    return handler.function().map(f -> of(f.resource())).orElseGet(() -> undeployed(handler));
  }

  /** The name that messages use. */
  public String name() {
    return constructPath.orElse(logicalId);
  }

  private static Subject undeployed(FunctionHandler handler) {
    return new Subject(
        handler.name(), "AWS::Lambda::Function", handler.location(), Optional.empty());
  }
}
