package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A policy that says what roles may do, inline or on its own, whichever of the two names the other.
 *
 * @param declaredBy the role of an inline policy, else the policy's own resource
 * @param document its statements
 * @param roles the roles of the application that have it
 * @param samTemplate whether it is one of SAM's policy templates, which nobody here wrote
 */
public record IdentityPolicy(
    Resource declaredBy, Setting document, List<Resource> roles, boolean samTemplate) {

  private static final String ROLE = "AWS::IAM::Role";

  /** All identity-based policies of an application. */
  public static List<IdentityPolicy> in(Application app) {
    return app.all(IdentityPolicy.class, () -> search(app));
  }

  /** The policies that some roles have. */
  public static List<IdentityPolicy> of(Collection<Resource> roles, Application app) {
    return app.index(
            IdentityPolicy.class, "roles", () -> Index.of(in(app), p -> p.roles().stream()))
        .ofEach(roles);
  }

  /** The policies that a role has, and those of roles that are not seen. */
  private static List<IdentityPolicy> ofOrUnknown(Resource role, Application app) {
    return app.index(
            IdentityPolicy.class,
            "roles or unknown",
            () -> Index.of(in(app), p -> p.roles().stream(), p -> p.roles().isEmpty()))
        .of(role);
  }

  private static List<IdentityPolicy> search(Application app) {
    List<IdentityPolicy> policies = new ArrayList<>();
    for (Resource role : app.resources(ROLE)) {
      for (Setting inline : role.property("Policies").items()) {
        policies.add(
            new IdentityPolicy(
                role,
                inline.get("PolicyDocument"),
                List.of(role),
                inline.get("SamPolicyTemplate").present().canHold()));
      }
    }
    addOwn("AWS::IAM::Policy", "Roles", app, policies);
    addOwn("AWS::IAM::ManagedPolicy", "Roles", app, policies);
    addOwn("AWS::IAM::RolePolicy", "RoleName", app, policies);
    return List.copyOf(policies);
  }

  private static void addOwn(
      String type, String property, Application app, List<IdentityPolicy> into) {
    for (Resource policy : app.resources(type)) {
      Set<Resource> roles = new LinkedHashSet<>();
      for (Setting role : policy.property(property).items()) {
        roles.addAll(app.targets(role, ROLE));
      }
      roles.addAll(app.referring(policy, ROLE, "ManagedPolicyArns"));
      into.add(
          new IdentityPolicy(policy, policy.property("PolicyDocument"), List.copyOf(roles), false));
    }
  }

  /** The statements that may grant something. */
  public List<PolicyStatement> grants() {
    return PolicyStatement.in(document, declaredBy).stream()
        .filter(statement -> statement.allows().canHold())
        .toList();
  }

  /**
   * Whether it denies an action on all resources of its service that have an ARN; what is left of a
   * grant is what has none, such as the phone number of a text message.
   */
  public boolean deniesEverywhere(String action) {
    String service = action.substring(0, Math.max(action.indexOf(':'), 0));
    Pattern all = Pattern.compile("arn:[^:]*:" + Pattern.quote(service) + ":[*:]+");
    return PolicyStatement.in(document, declaredBy).stream()
        .filter(s -> s.allows().neverHolds() && s.hasConditions().neverHolds())
        .filter(s -> s.mayCover(action))
        .flatMap(s -> s.resources().stream())
        .anyMatch(r -> r.isLike(text -> all.matcher(text).matches()).canHold());
  }

  /**
   * Whether a role may be allowed an action by a policy that is seen, or by one that is not: a
   * managed policy of AWS or of another stack.
   */
  public static boolean mayAllow(Resource role, String action, Application app) {
    boolean outOfSight =
        role.property("ManagedPolicyArns").items().stream()
            .anyMatch(arn -> app.targets(arn, "AWS::IAM::ManagedPolicy").isEmpty());
    return outOfSight
        || ofOrUnknown(role, app).stream().anyMatch(policy -> policy.mayAllow(action));
  }

  private boolean mayAllow(String action) {
    return PolicyStatement.in(document, declaredBy).stream()
        .filter(statement -> !statement.allows().neverHolds())
        .anyMatch(statement -> statement.isInverted() || statement.mayCover(action));
  }
}
