package io.github.waserverless.rules.sdk;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.HttpCall;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.RetryLoop;
import io.github.waserverless.code.flow.RetryLoop.Pause;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Attempts that follow each other at once keep a service down that is down. */
@RuleInfo(
    id = "WAS733",
    name = "manual-retry-loop",
    title = "Retries without a growing delay",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = NOTE)
public final class ManualRetry implements Rule {

  /** A write that met another one is tried again at once, with what it has read anew. */
  private static final Pattern CONFLICT =
      Pattern.compile(
          "ConditionalCheckFailed\\w*|Transaction(Canceled|Conflict)\\w*|OptimisticLock\\w*"
              + "|\\w*Conflict\\w*|Interrupted\\w*");

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      Set<Location> remote = remote(handler);
      for (RetryLoop loop : handler.reach().retryLoops()) {
        boolean judged =
            loop.pause() != Pause.GROWING
                && loop.caught().types().stream().noneMatch(ManualRetry::isConflict)
                && loop.work().stream().anyMatch(w -> remote.contains(w.location()));
        if (judged) {
          findings.report(problem(handler, loop));
        }
      }
    }
  }

  private static boolean isConflict(TypeName type) {
    return CONFLICT.matcher(type.simpleName()).matches();
  }

  /** The calls of AWS and of other services, and those in the sources that lead to them. */
  private static Set<Location> remote(FunctionHandler handler) {
    Stream<Reached<?>> calls =
        Stream.concat(
            handler.sdkCalls().stream().map(SdkCall::reached),
            HttpCall.in(handler.reach(), handler.values()).stream().map(HttpCall::reached));
    return calls
        .flatMap(
            r ->
                Stream.concat(
                    Stream.of(r.location()), r.step().path().stream().map(stop -> stop.location())))
        .collect(Collectors.toSet());
  }

  private static Problem problem(FunctionHandler handler, RetryLoop loop) {
    String wait = loop.pause() == Pause.NONE ? "without a pause" : "after equal pauses";
    String message =
        loop.bounded()
            ? "%s repeats a failing call %s: it adds load where there is too much already"
            : "%s repeats a failing call %s and without end: only the function's timeout stops it";
    return Problem.in(handler, loop.caught().reached(), message.formatted(handler.name(), wait))
        .as(loop.bounded() ? NOTE : WARNING);
  }
}
