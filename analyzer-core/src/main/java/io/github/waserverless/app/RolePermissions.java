package io.github.waserverless.app;

import io.github.waserverless.app.ManagedPolicyCatalogue.Reach;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the roles of an application may do, as far as all of their policies are seen. */
public final class RolePermissions {

  private static final Set<String> WITHOUT_LOGS =
      Set.of(
          "AWSXRayDaemonWriteAccess",
          "AWSXrayWriteOnlyAccess",
          "service-role/AWSLambdaENIManagementAccess");

  private final Application app;
  private final Index<Resource, IdentityPolicy> identity;
  private final Index<Resource, ResourcePolicy> ofResources;

  /** The permissions of the roles of an application. */
  public RolePermissions(Application app) {
    this.app = app;
    this.identity =
        index(
            "identity",
            () -> Index.of(IdentityPolicy.in(app), p -> p.roles().stream(), this::mayBelongToAny));
    this.ofResources =
        index(
            "resources",
            () ->
                Index.of(
                    ResourcePolicy.in(app),
                    p -> Stream.concat(Stream.of(p.declaredBy()), app.meant(p.guards()))));
  }

  private <T> Index<Resource, T> index(String what, Supplier<Index<Resource, T>> search) {
    return app.index(RolePermissions.class, what, search);
  }

  /** Whether it is certain that nothing lets a role take an action on a resource. */
  public boolean lacks(Resource role, String action, Resource on) {
    return isSeen(role)
        && ManagedPolicy.of(role, app).stream().noneMatch(this::mayGrant)
        && identity.of(role).stream().noneMatch(policy -> mayGrant(policy, action, Optional.of(on)))
        && ofResources.of(on).stream()
            .noneMatch(policy -> policy.statements().stream().anyMatch(this::mayNameRoles));
  }

  /** Whether it is certain that nothing lets a role write the log of a function. */
  public boolean lacksLogs(Resource role) {
    return isSeen(role)
        && ManagedPolicy.of(role, app).stream().noneMatch(this::mayGrantLogs)
        && List.of("logs:CreateLogStream", "logs:PutLogEvents").stream()
            .anyMatch(
                action ->
                    identity.of(role).stream()
                        .noneMatch(policy -> mayGrant(policy, action, Optional.empty())));
  }

  private boolean isSeen(Resource role) {
    Setting arns = role.property("ManagedPolicyArns");
    return !role.open()
        && !app.template(role).fragment()
        && arns.values().stream().allMatch(v -> v instanceof Sequence);
  }

  /** A policy of the application is among the identity policies itself. */
  private boolean mayGrant(ManagedPolicy policy) {
    return app.targets(policy.arn()).isEmpty()
        && !policy.reaches(Reach.ROUTINE).alwaysHolds()
        && !policy.reaches(Reach.READ).alwaysHolds();
  }

  private boolean mayGrantLogs(ManagedPolicy policy) {
    boolean silent = !policy.names().isEmpty() && WITHOUT_LOGS.containsAll(policy.names());
    return app.targets(policy.arn()).isEmpty()
        && !silent
        && !policy.reaches(Reach.READ).alwaysHolds();
  }

  /** A policy whose roles are not resolved may be one of any role. */
  private boolean mayBelongToAny(IdentityPolicy policy) {
    return policy.declaredBy().property("Roles").items().stream()
        .anyMatch(r -> app.targets(r).isEmpty() && r.text().values().isEmpty());
  }

  private boolean mayGrant(IdentityPolicy policy, String action, Optional<Resource> on) {
    List<PolicyStatement> statements = PolicyStatement.in(policy.document(), policy.declaredBy());
    if (statements.isEmpty()) {
      return policy.document().present().canHold();
    }
    return statements.stream()
        .filter(statement -> !statement.allows().neverHolds())
        .anyMatch(
            statement ->
                (statement.mayCover(action) || statement.isInverted())
                    && (on.isEmpty() || mayMean(statement, on.get())));
  }

  private boolean mayMean(PolicyStatement statement, Resource on) {
    List<Setting> resources = statement.resources();
    return resources.isEmpty()
        || resources.stream().anyMatch(r -> app.refersTo(r, on) || app.targets(r).isEmpty());
  }

  /** Whether it lets in principals of the account, which a role may be one of. */
  private boolean mayNameRoles(PolicyStatement statement) {
    Setting principal = statement.setting().get("Principal");
    return !statement.allows().neverHolds()
        && (principal.entries().isEmpty()
            || principal.entries().stream().anyMatch(kind -> !kind.name().equals("Service")));
  }
}
