package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.OwnApiCall;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** A function that calls another one through its API waits for it all the same. */
@RuleInfo(
    id = "WAS505",
    name = "calls-own-api-over-http",
    title = "Function that calls an API of its own application",
    principles = ORCHESTRATE_WITH_STATE_MACHINES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class OwnApiOverHttp implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      for (OwnApiCall call : OwnApiCall.in(handler, app)) {
        findings.report(problem(handler, call));
      }
    }
  }

  private static Problem problem(FunctionHandler handler, OwnApiCall call) {
    String behind =
        call.functions().size() == 1
            ? call.functions().get(0).name() + " behind it"
            : "a function behind it";
    return Problem.in(
            handler,
            call.call().reached(),
            "%s calls %s of its own application and waits for %s: both are paid for, and fail together"
                .formatted(handler.name(), call.api().name(), behind))
        .with(call.api(), "which it calls")
        .with(call.variable().value().place(), call.variable().name() + " holds the URL")
        .when(call.variable().value().present());
  }
}
