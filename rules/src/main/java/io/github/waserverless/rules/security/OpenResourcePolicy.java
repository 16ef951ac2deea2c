package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.PolicyStatement;
import io.github.waserverless.app.ResourcePolicy;
import io.github.waserverless.app.Vended;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;
import java.util.HashSet;
import java.util.Set;

/** A resource policy should say who is let in, and on whose behalf. */
@RuleInfo(
    id = "WAS822",
    name = "resource-policy-open",
    title = "Resource policy that lets too many in",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = ERROR)
public final class OpenResourcePolicy implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (ResourcePolicy policy : ResourcePolicy.in(app)) {
      Resource owner = policy.declaredBy();
      if (owner.declared() && !Vended.isVended(owner)) {
        check(policy, reached(policy), app, findings);
      }
    }
    for (Resource role : app.resources("AWS::IAM::Role")) {
      if (role.declared() && !Vended.isVended(role)) {
        check(ResourcePolicy.trust(role), Truth.YES, app, findings);
      }
    }
  }

  /** An API on the internet that lets everybody in is a matter of its authorizers. */
  private static Truth reached(ResourcePolicy policy) {
    Resource owner = policy.declaredBy();
    return owner.type().equals("AWS::ApiGateway::RestApi")
        ? owner.property("EndpointConfiguration", "Types").anyItem(t -> t.is("PRIVATE"))
        : Truth.YES;
  }

  /** A service that several statements let in is told once. */
  private static void check(
      ResourcePolicy policy, Truth reached, Application app, Findings findings) {
    Set<String> told = new HashSet<>();
    for (PolicyStatement statement : policy.statements()) {
      new OpenStatement(policy, statement, app)
          .openness()
          .filter(open -> open.severity() != NOTE || told.add(open.message()))
          .ifPresent(
              open ->
                  findings.report(
                      Problem.at(open.place(), policy.declaredBy(), open.message())
                          .when(open.truth().and(reached))
                          .as(open.severity())));
    }
  }
}
