package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement that lets one function invoke another.
 *
 * @param caller the function whose role has the policy
 * @param target the function that it may invoke, maybe itself
 * @param resource how the statement names it
 * @param truth whether the statement is deployed and means it
 * @param shared whether other roles have the policy too
 */
public record InvokeGrant(
    LambdaFunction caller, LambdaFunction target, Setting resource, Truth truth, boolean shared) {

  private static final List<String> ACTIONS =
      List.of("lambda:InvokeFunction", "lambda:InvokeAsync");

  /** All of an application. */
  public static List<InvokeGrant> in(Application app) {
    return app.all(InvokeGrant.class, () -> search(app));
  }

  private static List<InvokeGrant> search(Application app) {
    List<InvokeGrant> grants = new ArrayList<>();
    for (LambdaFunction caller : app.functions()) {
      List<Resource> roles = app.targets(caller.property("Role"), "AWS::IAM::Role");
      for (IdentityPolicy policy : IdentityPolicy.of(roles, app)) {
        boolean shared = policy.roles().size() > 1;
        policy.grants().forEach(statement -> add(caller, statement, shared, app, grants));
      }
    }
    return List.copyOf(grants);
  }

  private static void add(
      LambdaFunction caller,
      PolicyStatement statement,
      boolean shared,
      Application app,
      List<InvokeGrant> into) {
    Truth invokes =
        Truth.when(statement.setting().presence())
            .and(statement.allows())
            .and(
                statement
                    .setting()
                    .get("Action")
                    .anyItem(action -> action.is(InvokeGrant::isInvocation)));
    if (!invokes.canHold()) {
      return;
    }
    for (Setting resource : statement.resources()) {
      for (Resource named : app.targets(resource)) {
        Optional<LambdaFunction> target = app.function(named);
        if (target.isPresent()) {
          Truth means = Truth.when(app.where(resource, target.get().resource()));
          into.add(new InvokeGrant(caller, target.get(), resource, invokes.and(means), shared));
        }
      }
    }
  }

  private static boolean isInvocation(String pattern) {
    return ACTIONS.stream().anyMatch(action -> PolicyStatement.matches(pattern, action));
  }

  /** The variables by which the caller knows its target. */
  public List<EnvironmentVariable> variables(Application app) {
    return EnvironmentVariable.of(caller).stream()
        .filter(variable -> app.refersTo(variable.value(), target.resource()))
        .toList();
  }

  /** Whether a function may invoke itself. */
  public boolean isOfItself() {
    return caller.resource().equals(target.resource());
  }
}
