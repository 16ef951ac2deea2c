package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.BatchResponse.Kind;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.Service;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.RecordLoop;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A batch of messages should not be received again because one of them failed. */
@RuleInfo(
    id = "WAS715",
    name = "sqs-batch-without-partial-response",
    title = "SQS batch without partial responses",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class BatchWithoutPartialResponse implements Rule {

  private static final double DEFAULT_BATCH_SIZE = 10;

  @Override
  public void check(Application app, Findings findings) {
    for (EventSourceMapping mapping : app.triggers().mappings(Service.SQS)) {
      List<FunctionHandler> handlers = app.handlers(mapping);
      if (handlers.stream().anyMatch(h -> h.batchResponse().kind() == Kind.ITEM_FAILURES)) {
        continue; // WAS713 says more
      }
      Truth hasBatches =
          mapping.option("BatchSize").number(DEFAULT_BATCH_SIZE).is(size -> size != 1);
      findings.report(
          Problem.of(
                  mapping.resource(),
                  "%s does not report failed messages one by one: one failure brings back its whole batch"
                      .formatted(mapping.resource().name()))
              .when(hasBatches.and(mapping.reportsBatchItemFailures().not()))
              .as(
                  handlers.stream().anyMatch(BatchWithoutPartialResponse::mayFailForOne)
                      ? WARNING
                      : NOTE));
    }
  }

  /** What the handler does with a failing message is not known from the template alone. */
  private static boolean mayFailForOne(FunctionHandler handler) {
    List<RecordLoop> loops = handler.recordLoops();
    Set<Location> swallowed =
        handler.lostFailures().stream()
            .flatMap(caught -> caught.work().stream())
            .map(Reached::location)
            .collect(Collectors.toSet());
    boolean works =
        handler
            .reach()
            .work()
            .filter(call -> !swallowed.contains(call.location()))
            .anyMatch(call -> loops.stream().anyMatch(loop -> loop.contains(call)));
    return works && handler.sdkCalls("sqs", "deleteMessage", "deleteMessageBatch").isEmpty();
  }
}
