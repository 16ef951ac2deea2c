package io.github.waserverless.rules.events;

import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.RuleState;
import io.github.waserverless.app.SchedulePeriod;
import io.github.waserverless.app.Service;
import io.github.waserverless.app.Trigger;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Schedules that come so often that they look for work rather than for a time of day. */
final class PolledWork {

  private static final Duration OFTEN = Duration.ofMinutes(5);

  /** Tasks that belong to the clock and not to any item of work. */
  private static final Pattern OF_THE_CLOCK =
      Pattern.compile("(?i)warm|canary|heart.?beat|metric|health|ping|refresh|cache|monitor");

  private PolledWork() {}

  /** The frequent schedules of a function. */
  static List<Trigger> schedules(LambdaFunction function) {
    return isOfTheClock(function)
        ? List.of()
        : function.triggers().stream()
            .filter(t -> t.service() == Service.SCHEDULE && t.evident() && !t.isWarmUp())
            .filter(t -> !OF_THE_CLOCK.matcher(t.declaredBy().logicalId()).find())
            .filter(t -> isOften(t).canHold())
            .toList();
  }

  static boolean isScheduledOften(FunctionHandler handler) {
    return handler.function().filter(f -> !schedules(f).isEmpty()).isPresent();
  }

  private static boolean isOfTheClock(LambdaFunction function) {
    return OF_THE_CLOCK.matcher(function.name()).find()
        || function.property("Description").renderings().stream()
            .anyMatch(text -> OF_THE_CLOCK.matcher(text).find());
  }

  static Setting expression(Trigger schedule) {
    return schedule.declaredBy().property("ScheduleExpression");
  }

  /** Whether it fires at least every five minutes, and at all. */
  static Truth isOften(Trigger schedule) {
    Truth often =
        expression(schedule)
            .is(text -> SchedulePeriod.of(text).filter(p -> p.compareTo(OFTEN) <= 0).isPresent());
    return often.and(RuleState.disabled(schedule.declaredBy()).not());
  }
}
