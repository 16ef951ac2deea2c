package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Truth;

/** One record that always fails should not hold up its shard until it expires. */
@RuleInfo(
    id = "WAS711",
    name = "stream-infinite-retry",
    title = "Stream consumer that retries until the records expire",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class EndlessStreamRetry implements Rule {

  private static final double UNLIMITED = -1;

  @Override
  public void check(Application app, Findings findings) {
    for (EventSourceMapping mapping : app.triggers().mappings()) {
      if (mapping.kind().filter(Service::isStream).isEmpty()) {
        continue;
      }
      findings.report(
          Problem.of(
                  mapping.resource(),
                  "%s retries a failing batch until its records expire: one bad record blocks its shard"
                      .formatted(mapping.resource().name()))
              .when(
                  isUnlimited(mapping, "MaximumRetryAttempts")
                      .and(isUnlimited(mapping, "MaximumRecordAgeInSeconds"))));
    }
  }

  private static Truth isUnlimited(EventSourceMapping mapping, String option) {
    return mapping.option(option).number(UNLIMITED).is(limit -> limit == UNLIMITED);
  }
}
