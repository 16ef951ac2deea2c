package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Alarm;
import io.github.waserverless.app.Application;
import io.github.waserverless.app.Consumers;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.stream.Stream;

/** A message in a dead-letter queue is an incident that somebody should hear of. */
@RuleInfo(
    id = "WAS702",
    name = "dlq-without-alarm",
    title = "Dead-letter queue without an alarm",
    principles = DESIGN_FOR_FAILURES,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class DlqWithoutAlarm implements Rule {

  private static final String QUEUE = "AWS::SQS::Queue";

  @Override
  public void check(Application app, Findings findings) {
    for (Resource target : app.deadLetters().targets()) {
      Problem problem = problem(target, app);
      findings.report(
          app.alarms().isEmpty()
              ? problem
                  .as(NOTE)
                  .grouped(
                      Grouping.everywhere(
                          "dead-letter targets",
                          "have no alarm, nor has anything else here: failures arrive unnoticed"))
              : problem);
    }
  }

  private static Problem problem(Resource target, Application app) {
    return Problem.of(
            target,
            target.type().equals(QUEUE)
                ? "%s has no alarm on its messages: failures arrive there unnoticed"
                    .formatted(nameOf(target))
                : "%s takes failures but has neither a subscription nor an alarm: nobody gets them"
                    .formatted(nameOf(target)))
        .when(app.lacks(target, watchers(target, app)).and(unnoticed(target)));
  }

  private static String nameOf(Resource target) {
    return target.declared() ? target.name() : "The failure destination of " + target.name();
  }

  /** Alarms, and consumers: what a consumer does with failures is its own affair. */
  private static List<Resource> watchers(Resource target, Application app) {
    boolean queue = target.type().equals(QUEUE);
    Stream<Resource> alarms =
        Alarm.on(target, app).stream()
            .filter(
                alarm ->
                    queue
                        ? alarm.mayWatch(target, "AWS/SQS", "QueueName", app)
                        : alarm.mayWatch(target, "AWS/SNS", "TopicName", app))
            .map(Alarm::resource);
    return Stream.concat(alarms, Consumers.of(target, app).stream()).toList();
  }

  private static Truth unnoticed(Resource target) {
    return target.property("Subscription").absent();
  }
}
