package io.github.waserverless.app;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * A service that sends to a queue of the application by the queue's own policy, not by a role.
 * Source: Amazon EventBridge User Guide, "Resource-based policies"; Amazon SNS Developer Guide.
 *
 * @param queue the queue
 * @param principal the service principal that must be let in
 * @param sender the service in words
 * @param user the rule or subscription on whose behalf it sends
 * @param purpose what the queue is to it
 * @param place where it names the queue
 */
public record QueueSender(
    Resource queue,
    String principal,
    String sender,
    Resource user,
    String purpose,
    Location place) {

  private static final String EVENTS = "events.amazonaws.com";
  private static final String SNS = "sns.amazonaws.com";

  /** All of them in an application, in the order of the resources that name the queues. */
  public static List<QueueSender> in(Application app) {
    List<QueueSender> senders = new ArrayList<>();
    for (Resource rule : app.resources("AWS::Events::Rule")) {
      for (Setting target : rule.property("Targets").items()) {
        if (target.get("RoleArn").absent().alwaysHolds()) {
          add(target.get("Arn"), rule, "target", app, senders);
        }
        add(target.get("DeadLetterConfig", "Arn"), rule, "dead-letter queue", app, senders);
      }
    }
    for (Resource subscription : app.resources("AWS::SNS::Subscription")) {
      Setting redrive = subscription.property("RedrivePolicy").document();
      add(redrive.get("deadLetterTargetArn"), subscription, "dead-letter queue", app, senders);
      if (subscription.property("Protocol").is("sqs").canHold()) {
        add(subscription.property("Endpoint"), subscription, "endpoint", app, senders);
      }
    }
    for (Resource topic : app.resources("AWS::SNS::Topic")) {
      for (Setting subscription : topic.property("Subscription").items()) {
        if (subscription.get("Protocol").is("sqs").canHold()) {
          add(subscription.get("Endpoint"), topic, "endpoint", app, senders);
        }
      }
    }
    return senders;
  }

  private static void add(
      Setting named, Resource user, String purpose, Application app, List<QueueSender> into) {
    boolean events = user.type().equals("AWS::Events::Rule");
    for (Resource queue : app.targets(named, "AWS::SQS::Queue")) {
      into.add(
          new QueueSender(
              queue,
              events ? EVENTS : SNS,
              events ? "EventBridge" : "SNS",
              user,
              purpose,
              user.declared() ? named.place() : user.location()));
    }
  }

  /** The topic or rule that a policy's condition may name as the source. */
  public List<Resource> sources(Application app) {
    return user.type().equals("AWS::SNS::Subscription")
        ? app.targets(user.property("TopicArn"), "AWS::SNS::Topic")
        : List.of(user);
  }
}
