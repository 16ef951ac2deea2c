package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.DeadLetters;
import io.github.waserverless.app.DeadLetters.Kind;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Possible;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;

/** A message that failed late in its life should still be there when somebody looks. */
@RuleInfo(
    id = "WAS704",
    name = "dlq-retention-too-short",
    title = "Dead-letter queue that forgets too soon",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class ShortDlqRetention implements Rule {

  private static final double DEFAULT_RETENTION = 345_600;
  private static final double LONGEST_RETENTION = 1_209_600;

  @Override
  public void check(Application app, Findings findings) {
    for (Resource queue : app.deadLetters().targets()) {
      if (queue.type().equals("AWS::SQS::Queue") && queue.declared()) {
        report(queue, app, findings);
      }
    }
  }

  private static void report(Resource queue, Application app, Findings findings) {
    Setting setting = queue.property("MessageRetentionPeriod");
    Possible<Double> kept = setting.number(DEFAULT_RETENTION);
    for (DeadLetters.Use use : app.deadLetters().of(queue)) {
      Truth outlived = outlived(kept, use);
      if (outlived.canHold()) {
        String name = queue.name();
        findings.report(
            Problem.at(
                    setting.place(),
                    queue,
                    "%s keeps messages no longer than %s, and their age counts on: late failures vanish at once"
                        .formatted(name, use.user().name()))
                .when(outlived)
                .as(hasConsumer(queue, app) ? NOTE : WARNING)
                .with(use.user(), "its source"));
        return;
      }
    }
    findings.report(
        Problem.at(
                setting.place(),
                queue,
                "%s keeps failed messages for less than the possible 14 days"
                    .formatted(queue.name()))
            .when(kept.is(seconds -> seconds < LONGEST_RETENTION))
            .as(NOTE));
  }

  /** Source: Amazon SQS Developer Guide: in a standard queue the age counts from the first send. */
  private static Truth outlived(Possible<Double> kept, DeadLetters.Use use) {
    if (use.kind() != Kind.REDRIVE) {
      return Truth.NO;
    }
    Setting source = use.user().property("MessageRetentionPeriod");
    return kept.with(source.number(DEFAULT_RETENTION), (mine, theirs) -> mine <= theirs)
        .is(shorter -> shorter)
        .and(use.user().property("FifoQueue").isTrue().not());
  }

  private static boolean hasConsumer(Resource queue, Application app) {
    return app.triggers().mappings(Service.SQS).stream()
        .anyMatch(mapping -> mapping.sources().contains(queue));
  }
}
