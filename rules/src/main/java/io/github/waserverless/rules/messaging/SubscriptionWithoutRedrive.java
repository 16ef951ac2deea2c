package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.Set;

/** A message that its subscriber does not take should end in a dead-letter queue. */
@RuleInfo(
    id = "WAS727",
    name = "sns-subscription-without-redrive",
    title = "SNS subscription without a dead-letter queue",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class SubscriptionWithoutRedrive implements Rule {

  /** People's mail and phones have no dead-letter queue worth reading. */
  private static final Set<String> MACHINES = Set.of("sqs", "lambda", "http", "https", "firehose");

  @Override
  public void check(Application app, Findings findings) {
    for (Resource subscription : app.resources("AWS::SNS::Subscription")) {
      Setting redrive = subscription.property("RedrivePolicy");
      findings.report(
          Problem.of(
                  subscription,
                  "%s has no RedrivePolicy: messages that cannot be delivered are dropped"
                      .formatted(
                          subscription.declared()
                              ? subscription.name()
                              : "The subscription of " + subscription.name()))
              .when(redrive.absent().and(subscription.property("Protocol").is(MACHINES::contains)))
              .as(isOpenQueue(subscription, app) ? NOTE : WARNING));
    }
    for (Resource topic : app.resources("AWS::SNS::Topic")) {
      for (Setting inline : topic.property("Subscription").items()) {
        findings.report(
            Problem.at(
                    inline.place(),
                    topic,
                    "%s subscribes inline, where no RedrivePolicy is possible: undelivered messages are dropped"
                        .formatted(topic.name()))
                .when(inline.get("Protocol").is(MACHINES::contains))
                .as(NOTE));
      }
    }
  }

  /** A queue that lets SNS in hardly refuses a message. */
  private static boolean isOpenQueue(Resource subscription, Application app) {
    return app.targets(subscription.property("Endpoint"), "AWS::SQS::Queue").stream()
        .anyMatch(queue -> !app.queuePolicies().permitting(queue, "sns.amazonaws.com").isEmpty());
  }
}
