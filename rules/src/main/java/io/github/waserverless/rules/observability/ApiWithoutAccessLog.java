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

/** Who called an API, when and with what result should be on record. */
@RuleInfo(
    id = "WAS913",
    name = "api-access-log-missing",
    title = "API stage without an access log",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class ApiWithoutAccessLog implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (ApiStage stage : ApiStage.in(app)) {
      Setting destination = stage.accessLog().get("DestinationArn");
      findings.report(
          Problem.of(
                  stage.resource(),
                  "%s has no access log: requests that never reach a function leave no trace"
                      .formatted(stage.name()))
              .when(destination.absent()));
    }
  }
}
