package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * What lets a function invoke another one: a policy of its role that names it.
 *
 * @param from the function whose role has the policy
 * @param to the function that may be invoked
 * @param statement the statement that allows it
 * @param named where it names the other function
 * @param shared whether others than the function have the policy too
 */
public record InvokeGrant(
    LambdaFunction from,
    LambdaFunction to,
    PolicyStatement statement,
    Setting named,
    boolean shared) {

  private static final List<String> ACTIONS =
      List.of("lambda:InvokeFunction", "lambda:InvokeAsync");

  /** All grants of an application. */
  public static List<InvokeGrant> in(Application app) {
    List<InvokeGrant> grants = new ArrayList<>();
    for (IdentityPolicy policy : IdentityPolicy.in(app)) {
      for (PolicyStatement statement : policy.grants()) {
        if (!statement.isInverted() && ACTIONS.stream().anyMatch(statement::mayCover)) {
          statement.resources().forEach(named -> add(policy, statement, named, app, grants));
        }
      }
    }
    return List.copyOf(grants);
  }

  private static void add(
      IdentityPolicy policy,
      PolicyStatement statement,
      Setting named,
      Application app,
      List<InvokeGrant> grants) {
    List<LambdaFunction> holders =
        app.functions().stream().filter(f -> hasRole(f, policy, app)).toList();
    boolean shared = policy.roles().size() > 1 || holders.size() > 1;
    for (Resource target : app.targets(named)) {
      for (LambdaFunction from : holders) {
        app.function(target)
            .ifPresent(to -> grants.add(new InvokeGrant(from, to, statement, named, shared)));
      }
    }
  }

  private static boolean hasRole(LambdaFunction function, IdentityPolicy policy, Application app) {
    return policy.roles().stream().anyMatch(r -> app.refersTo(function.property("Role"), r));
  }

  /** Whether a function may invoke itself. */
  public boolean isOfItself() {
    return from.resource().equals(to.resource());
  }
}
