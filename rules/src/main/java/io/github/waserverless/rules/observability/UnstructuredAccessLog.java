package io.github.waserverless.rules.observability;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.ApiStage;
import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Setting;

/** Logs that a query should read are written as JSON. */
@RuleInfo(
    id = "WAS914",
    name = "api-access-log-not-structured",
    title = "API access log that is not JSON",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class UnstructuredAccessLog implements Rule {

  /** A variable without quotes may stand for a number: {@code $context.status}. */
  private static final String VARIABLE =
      "\\$(context|stageVariables|input)(?:\\.[A-Za-z0-9_.-]*[A-Za-z0-9_]|\\[[^\\]]*])++";

  @Override
  public void check(Application app, Findings findings) {
    for (ApiStage stage : ApiStage.in(app)) {
      Setting format = stage.accessLog().get("Format");
      Setting filled = format.withText(text -> text.replaceAll(VARIABLE, "0")).document();
      findings.report(
          Problem.at(
                  format.place(),
                  stage.resource(),
                  "%s writes an access log that is not JSON: its fields cannot be queried"
                      .formatted(stage.name()))
              .when(format.present().and(filled.isMapping().not())));
    }
  }
}
