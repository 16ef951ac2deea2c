package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.COST_OPTIMIZATION;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.flow.Enclosure;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.SdkCall;
import io.github.waserverless.code.flow.Wait;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Time that passes in a function is paid for; in a state machine it is not. */
@RuleInfo(
    id = "WAS506",
    name = "wait-in-handler",
    title = "Function that waits for time to pass",
    principles = ORCHESTRATE_WITH_STATE_MACHINES,
    pillar = COST_OPTIMIZATION,
    severity = WARNING)
public final class WaitInHandler implements Rule {

  private static final Duration SHORT = Duration.ofMillis(100);

  private static final Duration LONG = Duration.ofSeconds(1);

  /** Operations that may leave a part undone, which has to be sent again a little later. */
  private static final Set<String> BATCHES =
      Set.of(
          "batchWriteItem",
          "batchGetItem",
          "putRecords",
          "putRecordBatch",
          "putEvents",
          "sendMessageBatch");

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      if (handler.isDurable()
          || handler.function().filter(LambdaFunction::servesOnlyCustomResources).isPresent()) {
        continue;
      }
      for (Wait wait : handler.waits()) {
        if (wait.reached().phase() == Phase.INVOKE) {
          findings.report(problem(handler, wait));
        }
      }
    }
  }

  private static Problem problem(FunctionHandler handler, Wait wait) {
    List<Statement.Loop> loops = Enclosure.loops(wait.reached(), handler.reach().bodies());
    Optional<SdkCall> asked = asked(handler, loops);
    boolean shortly = wait.pause().filter(p -> p.compareTo(SHORT) < 0).isPresent();
    boolean backOff =
        (wait.isBackOff(handler.reach().bodies())
                && wait.pause().filter(p -> p.compareTo(LONG) >= 0).isEmpty())
            || asked
                .map(c -> BATCHES.contains(c.operation().name()))
                .orElse(shortly && !loops.isEmpty());
    return Problem.in(
            handler,
            wait.reached(),
            "%s %s: idle time is paid for like work, and the timeout ends it"
                .formatted(handler.name(), words(wait, asked)))
        .as(backOff ? NOTE : WARNING);
  }

  /** The call of AWS that is made again after each wait. */
  @SuppressWarnings("ReferenceEquality") // two loops that read alike are not one
  private static Optional<SdkCall> asked(FunctionHandler handler, List<Statement.Loop> loops) {
    return loops.stream()
        .limit(1)
        .flatMap(
            loop ->
                handler.sdkCalls().stream()
                    .filter(
                        c ->
                            Enclosure.loops(c.reached(), handler.reach().bodies()).stream()
                                .anyMatch(l -> l == loop)))
        .findFirst();
  }

  private static String words(Wait wait, Optional<SdkCall> asked) {
    String method = wait.reached().site().name();
    return switch (wait.by()) {
      case WAITER, AWAITILITY -> "waits in " + method;
      case NOTIFICATION -> "waits to be notified";
      case POLLING ->
          "repeats "
              + asked.map(c -> c.operation().action()).orElse(method)
              + " until the answer changes";
      case SLEEP ->
          "sleeps"
              + wait.pause().map(p -> " " + inWords(p)).orElse("")
              + asked.map(c -> " between calls of " + c.operation().action()).orElse("");
    };
  }

  private static String inWords(Duration pause) {
    return pause.toMillis() % 1000 == 0 && !pause.isZero()
        ? pause.toSeconds() + " s"
        : pause.toMillis() + " ms";
  }
}
