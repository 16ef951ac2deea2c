package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** A role should reach the resources that its code uses, not all that the account has. */
@RuleInfo(
    id = "WAS802",
    name = "iam-wildcard-resource",
    title = "Policy that covers all resources",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = WARNING)
public final class WildcardResource implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (WideGrant grant : ExecutionRoles.grants(app)) {
      if (grant.byAction().isEmpty() && grant.byEscalation().isEmpty()) {
        grant.byResource().ifPresent(width -> report(grant, width, findings));
      }
    }
  }

  private static void report(WideGrant grant, WideGrant.Width width, Findings findings) {
    findings.report(
        Problem.at(
                width.place(),
                grant.statement().declaredBy(),
                "%s %s on all resources: a flaw here reaches resources that belong to others"
                    .formatted(grant.subject(), width.what()))
            .when(width.truth())
            .as(width.severity()));
  }
}
