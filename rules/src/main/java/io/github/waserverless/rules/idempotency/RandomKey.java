package io.github.waserverless.rules.idempotency;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.GeneratedKey;
import io.github.waserverless.app.Repetition;
import io.github.waserverless.code.flow.IdempotencyGuard;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** A key that each run makes anew keeps the second run from meeting what the first one left. */
@RuleInfo(
    id = "WAS720",
    name = "random-key-on-retried-path",
    title = "Key that a second delivery of an event makes anew",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class RandomKey implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      if (handler.mayGetEventsTwice()) {
        check(handler, findings);
      }
    }
  }

  private static void check(FunctionHandler handler, Findings findings) {
    Repetition repetition = handler.repetition();
    Deliveries deliveries = new Deliveries(handler);
    for (GeneratedKey key : repetition.generatedKeys()) {
      boolean guarded = repetition.guard(key.reached()).filter(IdempotencyGuard::holds).isPresent();
      boolean ofThisRun = deliveries.onlyByClock() && key.isOfTime();
      if (!guarded && !ofThisRun) {
        findings.report(
            deliveries
                .explain(
                    Problem.in(handler, key.reached(), message(key, handler, deliveries))
                        .with(key.made().location(), "the value is made here"))
                .as(deliveries.severity()));
      }
    }
  }

  private static String message(GeneratedKey key, FunctionHandler handler, Deliveries deliveries) {
    String value = key.isOfTime() ? "the time of the run" : "a random value";
    String source = deliveries.inWords();
    return switch (key.kind()) {
      case ITEM ->
          "%s writes an item whose key %s is %s: what %s delivers twice becomes two items"
              .formatted(handler.name(), key.name(), value, source);
      case OBJECT ->
          "%s writes an object whose key holds %s: what %s delivers twice becomes two objects"
              .formatted(handler.name(), value, source);
      case EXECUTION ->
          "%s starts an execution whose name holds %s: what %s delivers twice runs twice"
              .formatted(handler.name(), value, source);
      case MESSAGE ->
          "%s sends a deduplication id that is %s: what %s delivers twice is not recognised"
              .formatted(handler.name(), value, source);
      case REQUEST ->
          "%s sends an idempotency key that is %s: what %s delivers twice is not recognised"
              .formatted(handler.name(), value, source);
    };
  }
}
