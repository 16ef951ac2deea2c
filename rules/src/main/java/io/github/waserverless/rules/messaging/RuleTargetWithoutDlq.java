package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.RuleState;
import io.github.waserverless.app.SchedulePeriod;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An event that its target does not accept should end in a dead-letter queue. */
@RuleInfo(
    id = "WAS723",
    name = "rule-target-without-dlq",
    title = "EventBridge target without a dead-letter queue",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class RuleTargetWithoutDlq implements Rule {

  /** The next event of such a schedule makes up for a lost one. */
  private static final Duration SOON = Duration.ofMinutes(15);

  @Override
  public void check(Application app, Findings findings) {
    for (Resource rule : app.resources("AWS::Events::Rule")) {
      if (!RuleState.disabled(rule).alwaysHolds()) {
        report(rule, app, findings);
      }
    }
  }

  private static void report(Resource rule, Application app, Findings findings) {
    List<String> names = new ArrayList<>();
    Truth lost = Truth.NO;
    Severity severity = NOTE;
    for (Setting target : rule.property("Targets").items()) {
      Truth unprotected = target.present().and(target.get("DeadLetterConfig", "Arn").absent());
      if (unprotected.canHold()) {
        names.add(target.get("Id").text().certain().orElse("?"));
        lost = lost.or(unprotected);
        severity = isDurable(target, app) ? severity : WARNING;
      }
    }
    String targets =
        rule.declared()
            ? (names.size() == 1 ? "target " : "targets ") + String.join(", ", names)
            : "target";
    findings.report(
        Problem.of(
                rule,
                "%s has no dead-letter queue for its %s: events that cannot be delivered are dropped"
                    .formatted(
                        rule.declared() ? rule.name() : "The rule of " + rule.name(), targets))
            .when(lost)
            .as(isFrequent(rule) ? NOTE : severity));
  }

  private static boolean isFrequent(Resource rule) {
    return rule.property("ScheduleExpression")
        .text()
        .certain()
        .flatMap(SchedulePeriod::of)
        .filter(period -> period.compareTo(SOON) <= 0)
        .isPresent();
  }

  /** Log groups and queues of the account take events unless they are misconfigured. */
  private static boolean isDurable(Setting target, Application app) {
    return app.targets(target.get("Arn")).stream()
        .anyMatch(
            resource ->
                resource.type().equals("AWS::Logs::LogGroup")
                    || (resource.type().equals("AWS::SQS::Queue")
                        && !app.queuePolicies()
                            .permitting(resource, "events.amazonaws.com")
                            .isEmpty()));
  }
}
