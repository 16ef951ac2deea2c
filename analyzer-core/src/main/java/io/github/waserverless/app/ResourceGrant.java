package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement that lets a function do something to a resource that it names.
 *
 * @param named where it names the resource
 * @param truth whether the statement is deployed and means it
 */
public record ResourceGrant(Setting named, Truth truth) {

  /** The statements of a function's role that allow an action on a resource. */
  public static List<ResourceGrant> of(
      LambdaFunction function, String action, Resource target, Application app) {
    List<ResourceGrant> grants = new ArrayList<>();
    List<Resource> roles = app.targets(function.property("Role"), "AWS::IAM::Role");
    for (IdentityPolicy policy : IdentityPolicy.of(roles, app)) {
      policy.grants().forEach(statement -> add(statement, action, target, app, grants));
    }
    return List.copyOf(grants);
  }

  private static void add(
      PolicyStatement statement,
      String action,
      Resource target,
      Application app,
      List<ResourceGrant> into) {
    Truth allowed =
        Truth.when(statement.setting().presence())
            .and(statement.allows())
            .and(
                statement
                    .setting()
                    .get("Action")
                    .anyItem(a -> a.is(p -> PolicyStatement.matches(p, action))));
    if (!allowed.canHold()) {
      return;
    }
    for (Setting named : statement.resources()) {
      if (app.refersTo(named, target)) {
        into.add(new ResourceGrant(named, allowed.and(Truth.when(app.where(named, target)))));
      }
    }
  }
}
