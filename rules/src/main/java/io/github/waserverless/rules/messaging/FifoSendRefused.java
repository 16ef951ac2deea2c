package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.QueueType;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;

/** A FIFO queue or topic refuses what has no group, or nothing to tell a duplicate by. */
@RuleInfo(
    id = "WAS735",
    name = "fifo-send-without-dedup",
    title = "Message that a FIFO queue or topic refuses",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class FifoSendRefused implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      for (SdkCall call : handler.sdkCalls()) {
        if (isSend(call) && isKnown(call)) {
          for (Resource target : handler.resources(call)) {
            check(handler, call, target, findings);
          }
        }
      }
    }
  }

  private static boolean isSend(SdkCall call) {
    return call.is("sqs", "sendMessage", "sendMessageBatch")
        || call.is("sns", "publish", "publishBatch");
  }

  /** Whether the code shows all that is sent. */
  private static boolean isKnown(SdkCall call) {
    boolean batch = call.operation().name().endsWith("Batch");
    return call.isRequestKnown()
        && (!batch
            || call.request().property("entries").filter(FifoSendRefused::isList).isPresent());
  }

  private static boolean isList(Data entries) {
    return entries instanceof Data.Built
        || (entries instanceof Data.Elements list
            && !list.items().isEmpty()
            && list.items().stream().allMatch(Data.Built.class::isInstance));
  }

  private static void check(
      FunctionHandler handler, SdkCall call, Resource target, Findings findings) {
    Truth fifo = QueueType.isFifo(target);
    boolean grouped = !call.arguments("messageGroupId").isEmpty();
    boolean identified = !call.arguments("messageDeduplicationId").isEmpty();
    if (!grouped) {
      findings.report(problem(handler, call, target, "without a message group", fifo));
    } else if (!identified) {
      Truth byContent = target.property("ContentBasedDeduplication").isTrue();
      findings.report(
          problem(
              handler,
              call,
              target,
              "without a deduplication id, which it does not take from the content",
              fifo.and(byContent.not())));
    }
  }

  private static Problem problem(
      FunctionHandler handler, SdkCall call, Resource target, String lack, Truth truth) {
    return Problem.in(
            handler,
            call.reached(),
            "%s sends to %s %s: every message is refused"
                .formatted(handler.name(), target.name(), lack))
        .with(target, "the FIFO " + (target.type().endsWith("Queue") ? "queue" : "topic"))
        .when(truth);
  }
}
