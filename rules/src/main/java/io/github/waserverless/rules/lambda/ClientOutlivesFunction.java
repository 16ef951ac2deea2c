package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.code.flow.ClientTimeout;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Possible;
import java.time.Duration;

/** A call that may take longer than the function never times out before the function does. */
@RuleInfo(
    id = "WAS732",
    name = "client-timeout-exceeds-function-timeout",
    title = "Client that waits longer than the function may run",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class ClientOutlivesFunction implements Rule {

  private static final double DEFAULT_SECONDS = 3;

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      if (handler.function().isPresent()) {
        ClientTimeout.in(handler.reach(), handler.values())
            .forEach(t -> check(t, handler, handler.function().get(), findings));
      }
    }
  }

  private static void check(
      ClientTimeout timeout, FunctionHandler handler, LambdaFunction function, Findings findings) {
    Duration limit = timeout.limit();
    Possible<Double> seconds = function.timeout().number(DEFAULT_SECONDS);
    double least = seconds.values().stream().mapToDouble(s -> s).min().orElse(DEFAULT_SECONDS);
    findings.report(
        Problem.in(
                handler,
                timeout.reached(),
                "%s lets a call take %s but is ended after %s s: it never gets to react"
                    .formatted(handler.name(), inWords(limit), (long) least))
            .with(function.timeout().place(), "how long the function may run")
            .when(seconds.is(s -> limit.toMillis() >= s * 1000)));
  }

  private static String inWords(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
  }
}
