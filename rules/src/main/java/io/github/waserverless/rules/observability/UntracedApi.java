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

/** A request should be traced from where it enters. */
@RuleInfo(
    id = "WAS902",
    name = "api-tracing-off",
    title = "REST API stage without tracing",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class UntracedApi implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (ApiStage stage : ApiStage.in(app)) {
      if (stage.protocol() == ApiStage.Protocol.REST) {
        findings.report(
            Problem.at(
                    stage.property("TracingEnabled").place(),
                    stage.resource(),
                    "%s is not traced: a trace begins only behind the API, without its share of the time"
                        .formatted(stage.name()))
                .when(stage.property("TracingEnabled").isTrue().not()));
      }
    }
  }
}
