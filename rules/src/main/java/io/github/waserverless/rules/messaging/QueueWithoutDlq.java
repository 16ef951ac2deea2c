package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.DeadLetters;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;
import java.util.HashSet;
import java.util.Set;

/** A message that no consumer can process should end in a dead-letter queue, not expire unseen. */
@RuleInfo(
    id = "WAS701",
    name = "queue-without-dlq",
    title = "SQS queue without a dead-letter queue",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class QueueWithoutDlq implements Rule {

  private static final double REPLY_QUEUE_RETENTION = 300;

  @Override
  public void check(Application app, Findings findings) {
    Set<Resource> received = received(app);
    for (Resource queue : app.resources("AWS::SQS::Queue")) {
      if (app.deadLetters().contains(queue) || DeadLetters.isNamedLikeOne(queue)) {
        continue;
      }
      Truth expires =
          queue.property("RedrivePolicy").document().get("deadLetterTargetArn").absent();
      Truth isReplyQueue =
          queue
              .property("MessageRetentionPeriod")
              .number(Double.MAX_VALUE)
              .is(seconds -> seconds <= REPLY_QUEUE_RETENTION);
      findings.report(
          Problem.of(
                  queue,
                  "%s has no dead-letter queue: messages that keep failing are lost when they expire"
                      .formatted(queue.name()))
              .when(expires.and(isReplyQueue.not()))
              .as(received.contains(queue) || hasConsumer(queue, app) ? WARNING : NOTE));
    }
  }

  private static boolean hasConsumer(Resource queue, Application app) {
    return !app.triggers().polling(Service.SQS, queue).isEmpty()
        || !app.referring(queue, "AWS::Pipes::Pipe", "Source").isEmpty();
  }

  /** The queues that handlers poll themselves. */
  private static Set<Resource> received(Application app) {
    Set<Resource> received = new HashSet<>();
    for (FunctionHandler handler : app.handlers()) {
      handler
          .sdkCalls("sqs", "receiveMessage")
          .forEach(call -> received.addAll(handler.resources(call)));
    }
    return received;
  }
}
