package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;

/** A function is invoked by those it serves, not by any account. */
@RuleInfo(
    id = "WAS807",
    name = "lambda-permission-public",
    title = "Function that anyone may invoke",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = ERROR)
public final class PublicPermission implements Rule {

  private static final List<String> NARROWING =
      List.of("SourceArn", "SourceAccount", "PrincipalOrgID", "OrganizationId", "EventSourceToken");

  @Override
  public void check(Application app, Findings findings) {
    for (String type : List.of("AWS::Lambda::Permission", "AWS::Lambda::LayerVersionPermission")) {
      for (Resource permission : app.resources(type)) {
        if (permission.declared()) {
          report(permission, findings);
        }
      }
    }
  }

  private static void report(Resource permission, Findings findings) {
    Setting principal = permission.property("Principal");
    // A function URL without authorization is a matter of the URL.
    Truth narrowed =
        permission
            .property("FunctionUrlAuthType")
            .present()
            .or(permission.property("InvokedViaFunctionUrl").isTrue());
    for (String property : NARROWING) {
      narrowed = narrowed.or(permission.property(property).present());
    }
    findings.report(
        Problem.at(
                principal.place(),
                permission,
                "%s lets every AWS account in: anyone may use what it opens"
                    .formatted(permission.name()))
            .when(principal.is("*").and(narrowed.not())));
  }
}
