package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Possible;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A message should stay invisible for as long as its consumer may work on it. */
@RuleInfo(
    id = "WAS707",
    name = "visibility-timeout-too-short",
    title = "SQS visibility timeout shorter than its consumer needs",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class ShortVisibilityTimeout implements Rule {

  private static final double DEFAULT_VISIBILITY = 30;
  private static final double DEFAULT_TIMEOUT = 3;

  /** Source: AWS Lambda Developer Guide, "Configuring a queue to use with Lambda". */
  private static final double FACTOR = 6;

  /** The seconds that matter together. */
  private record Times(double visible, double timeout, double window) {

    boolean rejected() {
      return visible < timeout;
    }

    double needed() {
      return FACTOR * timeout + window;
    }

    boolean tight() {
      return !rejected() && visible < needed();
    }
  }

  @Override
  public void check(Application app, Findings findings) {
    Set<Resource> reported = new LinkedHashSet<>();
    for (EventSourceMapping mapping : app.triggers().mappings(Service.SQS)) {
      for (Resource queue : mapping.sources()) {
        for (Resource target : mapping.functions()) {
          Optional<LambdaFunction> function = app.function(target);
          if (function.isPresent() && !reported.contains(queue)) {
            report(mapping, queue, function.get(), findings, reported);
          }
        }
      }
    }
  }

  private static void report(
      EventSourceMapping mapping,
      Resource queue,
      LambdaFunction function,
      Findings findings,
      Set<Resource> reported) {
    Setting visibility = queue.property("VisibilityTimeout");
    Possible<Times> times =
        visibility
            .number(DEFAULT_VISIBILITY)
            .with(function.timeout().number(DEFAULT_TIMEOUT), (v, t) -> new Times(v, t, 0))
            .with(
                mapping.option("MaximumBatchingWindowInSeconds").number(0),
                (t, window) -> new Times(t.visible, t.timeout, window));
    Truth rejected = times.is(Times::rejected);
    boolean isRejected = rejected.canHold();
    Truth truth = isRejected ? rejected : times.is(Times::tight);
    if (!truth.canHold()) {
      return;
    }
    reported.add(queue);
    Severity severity = isRejected ? ERROR : WARNING;
    findings.report(
        Problem.at(visibility.place(), queue, message(queue, function, times, isRejected))
            .when(truth)
            .as(severity)
            .with(function.resource(), "its consumer"));
  }

  private static String message(
      Resource queue, LambdaFunction function, Possible<Times> times, boolean rejected) {
    Optional<Times> known = times.certain();
    String hides =
        known
            .map(t -> "%s hides messages for %s s".formatted(queue.name(), (long) t.visible))
            .orElse("%s hides messages".formatted(queue.name()));
    if (rejected) {
      return "%s, less than the %s may take: Lambda refuses the mapping"
          .formatted(
              hides,
              known
                  .map(t -> "%s s that %s".formatted((long) t.timeout, function.name()))
                  .orElse("time that " + function.name()));
    }
    return "%s, less than six times what %s may take%s: retries meet messages still in work"
        .formatted(
            hides,
            function.name(),
            known.map(t -> " (%s s)".formatted((long) t.needed())).orElse(""));
  }
}
