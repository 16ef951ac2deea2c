package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.Service;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Truth;
import java.util.List;

/** Lambda deletes the messages of a batch that was worked on. */
@RuleInfo(
    id = "WAS736",
    name = "sqs-delete-by-consumer",
    title = "Consumer that deletes its messages by itself",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = NOTE)
public final class ManualDelete implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      if (!handler.services().contains(Service.SQS)) {
        continue;
      }
      handler.sdkCalls("sqs", "deleteMessage", "deleteMessageBatch").stream()
          .filter(c -> c.phase() == Phase.INVOKE)
          .filter(ManualDelete::isOfTheEvent)
          .findFirst()
          .ifPresent(call -> findings.report(problem(handler, call)));
    }
  }

  private static boolean isOfTheEvent(SdkCall call) {
    return call.arguments("receiptHandle").stream()
        .flatMap(Data::leaves)
        .anyMatch(d -> d instanceof Data.Event event && event.last().equals("getReceiptHandle"));
  }

  private static Problem problem(FunctionHandler handler, SdkCall call) {
    List<EventSourceMapping> mappings =
        handler.mappings().stream()
            .filter(m -> m.kind().filter(Service.SQS::equals).isPresent())
            .toList();
    Truth reports =
        mappings.stream()
            .map(EventSourceMapping::reportsBatchItemFailures)
            .reduce(Truth.NO, Truth::or);
    return Problem.in(
            handler,
            call.reached(),
            "%s deletes a message that Lambda deletes when the batch succeeds: a failure after it loses the message"
                .formatted(handler.name()))
        .when(reports.not());
  }
}
