package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.BatchResponse.Kind;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Truth;

/** A batch that fails should be divided, so that one bad record does not take others with it. */
@RuleInfo(
    id = "WAS712",
    name = "stream-no-bisect",
    title = "Stream batch that fails as a whole",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = NOTE)
public final class UndividedStreamBatch implements Rule {

  private static final double DEFAULT_BATCH_SIZE = 100;

  @Override
  public void check(Application app, Findings findings) {
    for (EventSourceMapping mapping : app.triggers().mappings()) {
      if (mapping.kind().filter(Service::isStream).isEmpty()
          || app.handlers(mapping).stream()
              .anyMatch(h -> h.batchResponse().kind() == Kind.ITEM_FAILURES)) {
        continue; // WAS713 says more
      }
      Truth hasBatches =
          mapping.option("BatchSize").number(DEFAULT_BATCH_SIZE).is(size -> size > 1);
      Truth isDivided =
          mapping
              .option("BisectBatchOnFunctionError")
              .isTrue()
              .or(mapping.reportsBatchItemFailures())
              .or(mapping.option("TumblingWindowInSeconds").present());
      findings.report(
          Problem.of(
                  mapping.resource(),
                  "%s retries failing batches whole: good records are processed again with the bad one"
                      .formatted(mapping.resource().name()))
              .when(hasBatches.and(isDivided.not())));
    }
  }
}
