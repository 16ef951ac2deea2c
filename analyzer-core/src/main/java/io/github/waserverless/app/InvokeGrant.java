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
  }
  }

import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement that lets one function invoke another.
 *
 * @param caller the function whose role has the policy
 * @param target the function that it may invoke
 * @param resource how the statement names it
 * @param truth whether the statement is deployed and means it
 */
public record InvokeGrant(
    LambdaFunction caller, LambdaFunction target, Setting resource, Truth truth) {

  private static final List<String> ACTIONS = List.of("lambda:InvokeFunction", "lambda:InvokeAsync");

  /** All of an application; what functions may do with themselves is none. */
  public static List<InvokeGrant> in(Application app) {
    List<InvokeGrant> grants = new ArrayList<>();
    List<IdentityPolicy> policies = IdentityPolicy.in(app);
    for (LambdaFunction caller : app.functions()) {
      List<Resource> roles = app.targets(caller.property("Role"), "AWS::IAM::Role");
      for (IdentityPolicy policy : policies) {
        if (policy.roles().stream().anyMatch(roles::contains)) {
          policy.grants().forEach(statement -> add(caller, statement, app, grants));
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

      LambdaFunction caller, PolicyStatement statement, Application app, List<InvokeGrant> into) {
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
        if (target.isPresent() && !target.get().equals(caller)) {
          Truth means = Truth.when(app.where(resource, target.get().resource()));
          into.add(new InvokeGrant(caller, target.get(), resource, invokes.and(means)));
        }
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

  private static boolean isInvocation(String pattern) {
    return ACTIONS.stream().anyMatch(action -> PolicyStatement.matches(pattern, action));
  }

  /** The variables by which the caller knows its target. */
  public List<EnvironmentVariable> variables(Application app) {
    return EnvironmentVariable.of(caller).stream()
        .filter(variable -> app.refersTo(variable.value(), target.resource()))
        .toList();
  }
}
