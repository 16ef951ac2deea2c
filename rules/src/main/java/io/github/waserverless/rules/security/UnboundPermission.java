package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Set;

/** A service may invoke a function for one source, not for whoever uses the service. */
@RuleInfo(
    id = "WAS808",
    name = "lambda-permission-without-source",
    title = "Service permission without a source",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = WARNING)
public final class UnboundPermission implements Rule {

  private static final List<String> NARROWING =
      List.of("SourceArn", "SourceAccount", "PrincipalOrgID", "EventSourceToken");

  /** They have no source to name, or always act for the account of the function. */
  private static final Set<String> WITHOUT_SOURCE =
      Set.of("edgelambda.amazonaws.com", "cloudfront.amazonaws.com");

  private static final Set<String> HARMLESS =
      Set.of("elasticloadbalancing.amazonaws.com", "secretsmanager.amazonaws.com");

  @Override
  public void check(Application app, Findings findings) {
    for (Resource permission : app.resources("AWS::Lambda::Permission")) {
      if (permission.declared()) {
        report(permission, findings);
      }
    }
  }

  /** Also <code>logs.${AWS::Region}.amazonaws.com</code>. */
  private static boolean isService(String principal) {
    return !WITHOUT_SOURCE.contains(principal)
        && (principal.endsWith(".amazonaws.com") || principal.endsWith(".${AWS::URLSuffix}"));
  }

  private static void report(Resource permission, Findings findings) {
    Setting principal = permission.property("Principal");
    Truth unbound = principal.isLike(UnboundPermission::isService);
    for (String property : NARROWING) {
      unbound = unbound.and(permission.property(property).absent());
    }
    String service = principal.renderings().stream().findFirst().orElse("a service");
    findings.report(
        Problem.at(
                principal.place(),
                permission,
                "%s lets %s in for any source: other accounts can have the function invoked through it"
                    .formatted(permission.name(), service))
            .when(unbound)
            .as(principal.is(HARMLESS::contains).canHold() ? NOTE : WARNING));
  }
}
