package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.COST_OPTIMIZATION;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.SchedulePeriod;
import io.github.waserverless.app.Trigger;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to do is better told than asked for. */
@RuleInfo(
    id = "WAS601",
    name = "schedule-polls-for-work",
    title = "Schedule that looks for work",
    principles = EVENTS_TRIGGER_TRANSACTIONS,
    pillar = COST_OPTIMIZATION,
    severity = WARNING)
public final class FrequentSchedule implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      for (Trigger schedule : PolledWork.schedules(function)) {
        Optional<FunctionHandler> handler =
            app.handler(function).filter(h -> h.entry().isPresent());
        Optional<Location> search = handler.flatMap(FrequentSchedule::search);
        if (handler.isEmpty()) {
          findings.report(
              problem(
                      schedule,
                      "%s runs %s whether there is work or not: an event would start it only when there is"
                          .formatted(function.name(), often(schedule)))
                  .with(function.resource(), "the function that it starts")
                  .as(NOTE));
        } else if (search.isPresent()) {
          findings.report(
              problem(
                      schedule,
                      "%s looks for work %s: most runs find none, and work waits for the next one"
                          .formatted(function.name(), often(schedule)))
                  .with(search.get(), "where it looks"));
        }
      }
    }
  }

  private static Problem problem(Trigger schedule, String message) {
    return Problem.at(PolledWork.expression(schedule).place(), schedule.declaredBy(), message)
        .when(PolledWork.isOften(schedule));
  }

  private static String often(Trigger schedule) {
    long minutes =
        PolledWork.expression(schedule).text().values().stream()
            .flatMap(text -> SchedulePeriod.of(text).stream())
            .mapToLong(Duration::toMinutes)
            .min()
            .orElse(1);
    return minutes == 1 ? "every minute" : "every " + minutes + " minutes";
  }

  /** Where the code looks for items and acts on what it finds. */
  private static Optional<Location> search(FunctionHandler handler) {
    Optional<Location> poll =
        calls(handler).filter(ManualPolling::isPoll).map(SdkCall::location).findFirst();
    if (poll.isPresent()) {
      return poll;
    }
    Stream<Location> searches =
        Stream.concat(
            calls(handler).filter(FrequentSchedule::isSearch).map(SdkCall::location),
            queries(handler));
    return calls(handler).anyMatch(FrequentSchedule::changes)
        ? searches.findFirst()
        : Optional.empty();
  }

  private static Stream<SdkCall> calls(FunctionHandler handler) {
    return handler.sdkCalls().stream().filter(c -> c.phase() == Phase.INVOKE);
  }

  private static boolean isSearch(SdkCall call) {
    return call.is("dynamodb", "scan", "query", "executeStatement")
        || call.is("s3", "listObjects", "listObjectsV2");
  }

  private static Stream<Location> queries(FunctionHandler handler) {
    return handler
        .reach()
        .sites(CallSite.class, Phase.INVOKE)
        .filter(
            r ->
                r.site().name().equals("executeQuery")
                    && r.site().receiver().name().startsWith("java.sql."))
        .map(Reached::location);
  }

  /** Metrics of what was found are the task of a clock. */
  private static boolean changes(SdkCall call) {
    return !call.is("monitoring")
        && !call.is("cloudwatch")
        && !call.operation()
            .name()
            .matches("(get|list|describe|head|scan|query|receive|batchGet|execute).*");
  }
}
