package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.Pipe;
import io.github.waserverless.app.RuleState;
import io.github.waserverless.app.SchedulePeriod;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;
import java.time.Duration;

/** What a schedule or a pipe gives up on should end in a dead-letter queue. */
@RuleInfo(
    id = "WAS728",
    name = "scheduler-or-pipe-without-dlq",
    title = "Schedule or pipe without a dead-letter queue",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class ScheduleOrPipeWithoutDlq implements Rule {

  /** The next run of such a schedule makes up for a lost one. */
  private static final Duration SOON = Duration.ofMinutes(15);

  @Override
  public void check(Application app, Findings findings) {
    for (Resource schedule : app.resources("AWS::Scheduler::Schedule")) {
      if (!RuleState.disabled(schedule).alwaysHolds()) {
        checkSchedule(schedule, findings);
      }
    }
    for (Pipe pipe : Pipe.in(app)) {
      if (pipe.kind().filter(Service::isStream).isPresent() && !pipe.stopped().alwaysHolds()) {
        checkPipe(pipe, findings);
      }
    }
  }

  private static void checkSchedule(Resource schedule, Findings findings) {
    String name = schedule.declared() ? schedule.name() : "A schedule of " + schedule.name();
    findings.report(
        Problem.of(
                schedule,
                "%s has no dead-letter queue: runs that cannot be delivered are dropped"
                    .formatted(name))
            .when(schedule.property("Target", "DeadLetterConfig", "Arn").absent())
            .as(isFrequent(schedule) ? NOTE : WARNING));
  }

  private static boolean isFrequent(Resource schedule) {
    return schedule
        .property("ScheduleExpression")
        .text()
        .certain()
        .flatMap(SchedulePeriod::of)
        .filter(period -> period.compareTo(SOON) <= 0)
        .isPresent();
  }

  private static void checkPipe(Pipe pipe, Findings findings) {
    Truth dropped = pipe.streamOption("DeadLetterConfig", "Arn").absent();
    Truth endless = pipe.retriesEndlessly();
    String name = pipe.resource().name();
    String message =
        !endless.canHold()
            ? "%s has no dead-letter queue: records that it gives up on are gone"
            : dropped.canHold()
                ? "%s has no dead-letter queue and no limit to its retries: one bad record blocks"
                    + " its shard"
                : "%s retries a failing batch until its records expire: one bad record blocks its"
                    + " shard";
    findings.report(Problem.of(pipe.resource(), message.formatted(name)).when(dropped.or(endless)));
  }
}
