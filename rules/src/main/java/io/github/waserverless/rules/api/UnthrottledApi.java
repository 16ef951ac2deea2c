package io.github.waserverless.rules.api;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.CONCURRENT_REQUESTS;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.ApiStage;
import io.github.waserverless.app.ApiThrottling;
import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;

/** One caller should not be able to use up the quota of all APIs. */
@RuleInfo(
    id = "WAS201",
    name = "api-throttling-missing",
    title = "API without throttling",
    principles = CONCURRENT_REQUESTS,
    pillar = RELIABILITY,
    severity = WARNING)
public final class UnthrottledApi implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    ApiThrottling throttling = new ApiThrottling(app);
    for (ApiStage stage : ApiStage.in(app)) {
      boolean sheltered = stage.isPrivate().canHold() || throttling.hasRateBasedFirewall(stage);
      Severity severity = sheltered ? NOTE : WARNING;
      findings.report(
          Problem.of(
                  stage.resource(),
                  "%s has no throttling: one caller can use up the request quota of the whole account"
                      .formatted(stage.name()))
              .when(throttling.limits(stage).not())
              .as(severity));
    }
  }
}
