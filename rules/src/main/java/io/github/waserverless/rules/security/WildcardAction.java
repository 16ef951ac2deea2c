package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import java.util.Collections;
import java.util.List;

/** A role should list the actions that its code takes, not a pattern that covers them. */
@RuleInfo(
    id = "WAS801",
    name = "iam-wildcard-action",
    title = "Policy with a wildcard for actions",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = WARNING)
public final class WildcardAction implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (WideGrant grant : ExecutionRoles.grants(app)) {
      grant.byAction().ifPresent(width -> report(grant, width, findings));
    }
  }

  /** The same statement's wildcard resource is told here, not a second time by its own rule. */
  private static void report(WideGrant grant, WideGrant.Width width, Findings findings) {
    Severity byResource =
        grant.byResource().map(WideGrant.Width::severity).orElse(width.severity());
    Severity worst = Collections.max(List.of(width.severity(), byResource));
    findings.report(
        Problem.at(
                width.place(),
                grant.statement().declaredBy(),
                "%s %s%s: a flaw here does more harm than the work requires"
                    .formatted(
                        grant.subject(),
                        width.what(),
                        grant.everything().isPresent() ? " on all resources" : ""))
            .when(width.truth())
            .as(worst));
  }
}
