package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.Arn;
import io.github.waserverless.app.DeadLetters;
import io.github.waserverless.app.DeadLetters.Kind;
import io.github.waserverless.app.QueueType;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;

/** A dead-letter queue must be of the type that its sender can send to. */
@RuleInfo(
    id = "WAS705",
    name = "dlq-type-mismatch",
    title = "Dead-letter queue of the wrong type",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class MismatchedDlq implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (DeadLetters.Sender sender : app.deadLetters().senders()) {
      if (sender.kind() == Kind.REDRIVE) {
        checkRedrive(sender, app, findings);
      } else if (usesQueuesOnly(sender.kind()) && isNoQueue(sender.target(), app)) {
        reportNoQueue(sender, app, findings);
      } else if (sender.kind() != Kind.SUBSCRIPTION || isStandard(sender.user(), app)) {
        checkStandard(sender, app, findings);
      }
    }
  }

  private static boolean usesQueuesOnly(Kind kind) {
    return kind == Kind.RULE || kind == Kind.SCHEDULE;
  }

  private static boolean isNoQueue(Setting target, Application app) {
    return !app.targets(target, "AWS::SNS::Topic").isEmpty()
        || target.renderings().stream()
            .flatMap(arn -> Arn.service(arn).stream())
            .anyMatch(service -> !service.equals("sqs"));
  }

  private static void checkRedrive(DeadLetters.Sender sender, Application app, Findings findings) {
    Truth source = QueueType.isFifo(sender.user());
    Truth target = QueueType.isFifo(sender.target(), app);
    boolean isFifo = source.canHold();
    report(
        sender,
        source.and(target.not()).or(source.not().and(target)),
        "%s is a %s queue and its dead-letter queue %s a %s one: SQS refuses to link them"
            .formatted(
                sender.user().name(),
                isFifo ? "FIFO" : "standard",
                name(sender.target(), app),
                isFifo ? "standard" : "FIFO"),
        app,
        findings);
  }

  /** A FIFO topic delivers to queues of both types. */
  private static boolean isStandard(Resource subscription, Application app) {
    Setting topic = subscription.property("TopicArn");
    return QueueType.isFifo(topic, app).neverHolds();
  }

  private static void checkStandard(DeadLetters.Sender sender, Application app, Findings findings) {
    report(
        sender,
        QueueType.isFifo(sender.target(), app),
        "%s sends its failures to %s, which is FIFO: %s can use standard queues only, so none arrives"
            .formatted(sender.user().name(), name(sender.target(), app), service(sender.kind())),
        app,
        findings);
  }

  private static String service(Kind kind) {
    return switch (kind) {
      case FUNCTION, EVENT_SOURCE_MAPPING -> "Lambda";
      case SUBSCRIPTION -> "a standard topic";
      case RULE -> "EventBridge";
      case SCHEDULE -> "EventBridge Scheduler";
      case PIPE -> "a pipe";
      case REDRIVE, REDRIVE_ALLOWED -> "SQS";
    };
  }

  private static void reportNoQueue(DeadLetters.Sender sender, Application app, Findings findings) {
    report(
        sender,
        sender.target().present(),
        "%s sends its failures to %s, which is no queue: %s can use SQS only, so none arrives"
            .formatted(sender.user().name(), name(sender.target(), app), service(sender.kind())),
        app,
        findings);
  }

  private static void report(
      DeadLetters.Sender sender, Truth wrong, String message, Application app, Findings findings) {
    Problem problem = Problem.at(sender.target().place(), sender.user(), message).when(wrong);
    for (Resource target : app.targets(sender.target())) {
      problem = problem.with(target, "where failures should go");
    }
    findings.report(problem);
  }

  private static String name(Setting target, Application app) {
    return app.targets(target).stream()
        .map(Resource::name)
        .findFirst()
        .orElseGet(
            () ->
                target.renderings().stream()
                    .map(arn -> arn.substring(arn.lastIndexOf(':') + 1))
                    .findFirst()
                    .orElse("a queue"));
  }
}
