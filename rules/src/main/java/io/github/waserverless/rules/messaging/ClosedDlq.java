package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.QueueSender;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A queue that EventBridge or SNS should send to must let them in. */
@RuleInfo(
    id = "WAS724",
    name = "dlq-policy-missing",
    title = "Queue that does not let its sender in",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class ClosedDlq implements Rule {

  /** What one queue gets from one service. */
  private record Key(Resource queue, String principal) {}

  @Override
  public void check(Application app, Findings findings) {
    Map<Key, List<QueueSender>> senders = new LinkedHashMap<>();
    for (QueueSender sender : QueueSender.in(app)) {
      senders
          .computeIfAbsent(
              new Key(sender.queue(), sender.principal()), k -> new java.util.ArrayList<>())
          .add(sender);
    }
    senders.forEach((key, uses) -> check(key, uses, app, findings));
  }

  private static void check(Key key, List<QueueSender> uses, Application app, Findings findings) {
    Resource queue = key.queue();
    List<Resource> permitting = app.queuePolicies().permitting(queue, key.principal());
    QueueSender first = uses.get(0);
    Problem closed =
        Problem.of(
                queue,
                "%s has no queue policy that lets %s in: what it should keep is lost"
                    .formatted(queue.name(), first.sender()))
            .when(app.lacks(queue, permitting));
    for (QueueSender use : uses) {
      closed = closed.with(use.place(), use.purpose() + " of " + use.user().name());
    }
    findings.report(closed);
    if (permitting.isEmpty()) {
      return;
    }
    for (QueueSender use : uses) {
      if (namesOthers(use, permitting, app)) {
        findings.report(
            Problem.at(
                    use.place(),
                    use.user(),
                    "The policy of %s lets in other sources only: what %s sends is refused"
                        .formatted(queue.name(), use.user().name()))
                .as(WARNING)
                .with(permitting.get(0), "the policy"));
        return;
      }
    }
    reportKey(queue, first, app, findings);
  }

  private static boolean namesOthers(QueueSender use, List<Resource> permitting, Application app) {
    List<Resource> sources = use.sources(app);
    return !sources.isEmpty()
        && permitting.stream()
            .allMatch(
                policy ->
                    sources.stream()
                        .allMatch(
                            source ->
                                app.queuePolicies().namesOthers(policy, use.principal(), source)));
  }

  /**
   * The policy of the AWS managed key cannot be changed to let a service in; that of others can.
   */
  private static void reportKey(
      Resource queue, QueueSender sender, Application app, Findings findings) {
    Setting key = queue.property("KmsMasterKeyId");
    findings.report(
        Problem.at(
                key.place(),
                queue,
                "%s is encrypted with the AWS managed key, which %s cannot use: what it sends is refused"
                    .formatted(queue.name(), sender.sender()))
            .when(key.is(id -> id.endsWith("alias/aws/sqs"))));
    app.queuePolicies()
        .refusingKey(queue, sender.principal())
        .ifPresent(
            refusing ->
                findings.report(
                    Problem.at(
                            key.place(),
                            queue,
                            "%s is encrypted with %s, whose policy does not let %s in: what it sends is refused"
                                .formatted(queue.name(), refusing.name(), sender.sender()))
                        .when(key.present())
                        .with(refusing, "the key")));
  }
}
