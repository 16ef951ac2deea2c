package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** A role that may change permissions has all of them. */
@RuleInfo(
    id = "WAS804",
    name = "iam-privilege-escalation",
    title = "Role that can give itself more permissions",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = ERROR)
public final class PrivilegeEscalation implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (WideGrant grant : ExecutionRoles.grants(app)) {
      grant
          .byEscalation()
          .ifPresent(
              width ->
                  findings.report(
                      Problem.at(
                              width.place(),
                              grant.statement().declaredBy(),
                              "%s %s on all resources: who has that can get every permission of the account"
                                  .formatted(grant.subject(), width.what()))
                          .when(width.truth())
                          .as(width.severity())));
    }
  }
}
