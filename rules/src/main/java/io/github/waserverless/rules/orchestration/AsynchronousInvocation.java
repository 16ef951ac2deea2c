package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionInvocation;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** An event that is handed from function to function has no place of its own. */
@RuleInfo(
    id = "WAS502",
    name = "lambda-invokes-lambda-async",
    title = "Function that hands events to another function",
    principles = {ORCHESTRATE_WITH_STATE_MACHINES, EVENTS_TRIGGER_TRANSACTIONS},
    pillar = RELIABILITY,
    severity = WARNING)
public final class AsynchronousInvocation implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionInvocation invocation : DirectInvocations.in(app)) {
      if (invocation.call().isQueued() && !invocation.isOfItself()) {
        boolean kept = keepsFailures(invocation, app);
        Problem problem =
            Problem.in(invocation.caller(), invocation.call().reached(), message(invocation, kept))
                .as(kept ? NOTE : WARNING);
        findings.report(DirectInvocations.explained(problem, invocation));
      }
    }
  }

  /** Whether every function that may be meant keeps the events that it cannot process. */
  private static boolean keepsFailures(FunctionInvocation invocation, Application app) {
    return !invocation.targets().isEmpty()
        && invocation.targets().stream()
            .allMatch(target -> app.failureDestinations().missing(target).neverHolds());
  }

  private static String message(FunctionInvocation invocation, boolean kept) {
    String from = invocation.caller().name();
    String to = DirectInvocations.targets(invocation);
    if (kept) {
      return "%s hands events directly to %s: a second consumer means a change of the first function"
          .formatted(from, to);
    }
    return invocation.targets().isEmpty()
        ? "%s hands events directly to %s: they wait in a queue that nobody sees or can drain"
            .formatted(from, to)
        : "%s hands events directly to %s, which keeps none that fail: after its retries they are lost"
            .formatted(from, to);
  }
}
