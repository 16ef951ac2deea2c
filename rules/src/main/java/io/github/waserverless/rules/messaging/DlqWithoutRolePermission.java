package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FailureTarget;
import io.github.waserverless.app.RolePermissions;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;

/** Failures reach a queue, topic or function only if the role that sends them may do so. */
@RuleInfo(
    id = "WAS725",
    name = "dlq-role-permission-missing",
    title = "Failure destination that the role may not send to",
    principles = DESIGN_FOR_FAILURES,
    pillar = SECURITY,
    severity = WARNING)
public final class DlqWithoutRolePermission implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    RolePermissions permissions = new RolePermissions(app);
    for (FailureTarget failure : FailureTarget.in(app)) {
      Resource role = failure.role();
      if (!isGrantedBySam(failure) && permissions.lacks(role, failure.action(), failure.target())) {
        findings.report(
            Problem.at(
                    failure.setting().place(),
                    failure.user(),
                    "%s sends failures to %s, but %s lacks %s: what fails is lost"
                        .formatted(
                            failure.user().name(),
                            failure.target().name(),
                            role.declared() ? role.name() : "the role of " + role.name(),
                            failure.action()))
                .when(Truth.when(app.where(failure.setting(), failure.target())))
                .with(role, "its role"));
      }
    }
  }

  /** To the roles that SAM makes it grants what the function and its events say themselves. */
  private static boolean isGrantedBySam(FailureTarget failure) {
    Resource user = failure.user();
    return !failure.role().declared()
        && (!user.declared() || user.type().equals("AWS::Lambda::Function"));
  }
}
