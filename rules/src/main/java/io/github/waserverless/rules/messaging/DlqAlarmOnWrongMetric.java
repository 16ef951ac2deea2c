package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Alarm;
import io.github.waserverless.app.Application;
import io.github.waserverless.app.Consumers;
import io.github.waserverless.app.DeadLetters;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An alarm on a dead-letter queue should go off when a message is there, and only then. */
@RuleInfo(
    id = "WAS703",
    name = "dlq-alarm-on-wrong-metric",
    title = "Dead-letter queue alarm on a metric that does not show failures",
    principles = DESIGN_FOR_FAILURES,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = ERROR)
public final class DlqAlarmOnWrongMetric implements Rule {

  private static final String SENT = "NumberOfMessagesSent";
  private static final Set<String> OF_CONSUMERS =
      Set.of("NumberOfMessagesReceived", "ApproximateNumberOfMessagesNotVisible");
  private static final String VISIBLE = "ApproximateNumberOfMessagesVisible";
  private static final Set<String> OF_MESSAGES = Set.of(VISIBLE, "ApproximateAgeOfOldestMessage");
  private static final double MANY = 10;
  private static final String IS_DLQ = "the dead-letter queue";

  @Override
  public void check(Application app, Findings findings) {
    for (Alarm alarm : app.alarms()) {
      app.deadLetters().among(alarm.watched(app)).stream()
          .filter(target -> !metrics(alarm, target, app).isEmpty())
          .findFirst()
          .ifPresent(queue -> check(alarm, queue, app, findings));
    }
  }

  private static List<Alarm.Metric> metrics(Alarm alarm, Resource queue, Application app) {
    return alarm.metricsOf(queue, "AWS/SQS", "QueueName", app);
  }

  private static void check(Alarm alarm, Resource queue, Application app, Findings findings) {
    if (alarm.metrics().size() > 1) {
      return;
    }
    Setting metric = alarm.metrics().get(0).name();
    checkSent(metric, alarm.resource(), queue, app, findings);
    checkConsumers(metric, alarm.resource(), queue, app, findings);
    if (alarm.expressions().isEmpty()) {
      checkThreshold(metric, alarm.resource(), queue, findings);
      checkMissingData(alarm.resource(), queue, findings);
    }
  }

  private static void checkSent(
      Setting metric, Resource alarm, Resource queue, Application app, Findings findings) {
    Optional<Resource> source = redrives(queue, app);
    Problem problem =
        Problem.at(
                metric.place(),
                alarm,
                "%s watches %s of %s, which %s"
                    .formatted(
                        alarm.name(),
                        SENT,
                        queue.name(),
                        source.isPresent()
                            ? "does not count what SQS moves there: it misses these failures"
                            : "counts arrivals: it ends while the messages still wait"))
            .when(metric.is(SENT))
            .as(source.isPresent() && !isShown(queue, app) ? ERROR : NOTE)
            .with(queue, IS_DLQ);
    findings.report(source.map(s -> problem.with(s, "whose failures SQS moves")).orElse(problem));
  }

  private static Optional<Resource> redrives(Resource queue, Application app) {
    return app.deadLetters().of(queue).stream()
        .filter(use -> use.kind() == DeadLetters.Kind.REDRIVE)
        .map(DeadLetters.Use::user)
        .findFirst();
  }

  /** Whether another alarm goes off for the messages of a queue. */
  private static boolean isShown(Resource queue, Application app) {
    return Alarm.on(queue, app).stream()
        .flatMap(alarm -> metrics(alarm, queue, app).stream())
        .anyMatch(metric -> metric.name().is(OF_MESSAGES::contains).canHold());
  }

  private static void checkConsumers(
      Setting metric, Resource alarm, Resource queue, Application app, Findings findings) {
    if (!Consumers.of(queue, app).isEmpty()) {
      return;
    }
    findings.report(
        Problem.at(
                metric.place(),
                alarm,
                "%s watches %s of %s, which changes only when somebody consumes: it stays silent"
                    .formatted(
                        alarm.name(), metric.text().certain().orElse("a metric"), queue.name()))
            .when(metric.is(OF_CONSUMERS::contains))
            .as(isShown(queue, app) ? NOTE : ERROR)
            .with(queue, IS_DLQ));
  }

  private static void checkThreshold(
      Setting metric, Resource alarm, Resource queue, Findings findings) {
    Setting threshold = alarm.property("Threshold");
    Setting operator = alarm.property("ComparisonOperator");
    findings.report(
        Problem.at(
                threshold.place(),
                alarm,
                "%s waits for %s messages in %s: fewer failures stay unnoticed"
                    .formatted(
                        alarm.name(),
                        threshold.text().certain().map(t -> t + " or more").orElse("many"),
                        queue.name()))
            .when(
                metric
                    .is(VISIBLE)
                    .and(threshold.number(0).is(n -> n >= MANY))
                    .and(operator.is(o -> o.startsWith("GreaterThan")))
                    .and(alarm.property("Statistic").is("Sum").not()))
            .as(NOTE)
            .with(queue, IS_DLQ));
    findings.report(
        Problem.at(
                operator.place(),
                alarm,
                "%s goes off when %s is empty, not when failures arrive"
                    .formatted(alarm.name(), queue.name()))
            .when(metric.is(VISIBLE).and(operator.is(o -> o.startsWith("LessThan"))))
            .with(queue, IS_DLQ));
  }

  private static void checkMissingData(Resource alarm, Resource queue, Findings findings) {
    Setting missing = alarm.property("TreatMissingData");
    findings.report(
        Problem.at(
                missing.place(),
                alarm,
                "%s takes missing data for failures: it goes off once %s is idle for six hours"
                    .formatted(alarm.name(), queue.name()))
            .when(missing.is("breaching"))
            .as(NOTE)
            .with(queue, IS_DLQ));
  }
}
