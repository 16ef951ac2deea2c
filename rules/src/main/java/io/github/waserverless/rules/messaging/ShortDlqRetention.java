package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.Consumers;
import io.github.waserverless.app.DeadLetters;
import io.github.waserverless.app.QueueType;
import io.github.waserverless.rule.BlockYaml;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Fix;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Possible;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A dead-letter queue should keep failures until somebody has had the time to look at them. */
@RuleInfo(
    id = "WAS704",
    name = "dlq-retention-too-short",
    title = "Dead-letter queue that forgets too soon",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class ShortDlqRetention implements Rule {

  private static final double LONGEST = 1_209_600;
  private static final double WHEN_ABSENT = 345_600;
  private static final double DAY = 86_400;

  @Override
  public void check(Application app, Findings findings) {
    for (Resource queue : app.deadLetters().targets()) {
      if (!queue.type().equals("AWS::SQS::Queue") || !queue.declared()) {
        continue;
      }
      boolean drained = !Consumers.of(queue, app).isEmpty();
      Optional<Resource> source =
          app.deadLetters().of(queue).stream()
              .filter(use -> use.kind() == DeadLetters.Kind.REDRIVE)
              .map(DeadLetters.Use::user)
              .filter(user -> outlives(user, queue).canHold())
              .min(Comparator.comparing(Resource::name));
      if (source.isPresent()) {
        findings.report(outlived(queue, source.get()).as(drained ? NOTE : WARNING));
      } else if (!drained) {
        findings.report(brief(queue));
      }
    }
  }

  @Override
  public Optional<Fix> fix(Finding finding, SourceFile source) {
    Subject first = finding.subjects().get(0);
    boolean one = finding.anchor().subject().equals(first.logicalId());
    return Fix.of(
        "Keep failures for 14 days",
        one ? List.of(first) : finding.subjects(),
        queue ->
            BlockYaml.of(source)
                .setProperty(
                    queue.location(),
                    "MessageRetentionPeriod",
                    Long.toString(Math.round(LONGEST))));
  }

  private static Setting retention(Resource queue) {
    return queue.property("MessageRetentionPeriod");
  }

  private static Possible<Double> seconds(Resource queue) {
    return retention(queue).number(WHEN_ABSENT);
  }

  /** Whether a message may leave for a queue that drops it no later than its own would have. */
  private static Truth outlives(Resource source, Resource queue) {
    return seconds(queue)
        .with(seconds(source), (dlq, own) -> dlq <= own && dlq < LONGEST)
        .is(tooShort -> tooShort)
        .and(QueueType.isFifo(source).not());
  }

  private static Problem outlived(Resource queue, Resource source) {
    return Problem.at(
            retention(queue).place(),
            queue,
            "%s drops messages %s after they reached %s, which keeps them %s: failures expire early"
                .formatted(queue.name(), inWords(queue), source.name(), inWords(source)))
        .when(outlives(source, queue))
        .with(source, "where the age of its messages begins");
  }

  private static Problem brief(Resource queue) {
    return Problem.at(
            retention(queue).place(),
            queue,
            "%s keeps failures for %s of the 14 days that are possible: then they are lost"
                .formatted(queue.name(), inWords(queue)))
        .when(seconds(queue).is(s -> s < LONGEST))
        .as(NOTE)
        .grouped(
            new Grouping(
                "dead-letter queues",
                "keep failures for less than the 14 days that are possible: then they are lost",
                Optional.empty()));
  }

  private static String inWords(Resource queue) {
    return seconds(queue)
        .certain()
        .map(s -> s % DAY == 0 ? days(s / DAY) : "%s s".formatted(Math.round(s)))
        .orElse("a time that depends");
  }

  private static String days(double days) {
    return days == 1 ? "1 day" : "%s days".formatted(Math.round(days));
  }
}
