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
    boolean url = call.api().type().equals("AWS::Lambda::Url");
    String named = call.functions().get(0).name();
    String called =
        url
            ? "the URL of %s".formatted(named)
            : call.functions().size() == 1
                ? "%s, and so %s".formatted(call.api().name(), named)
                : "%s, and so another function".formatted(call.api().name());
    return Problem.in(
            handler,
            call.call().reached(),
            "%s calls %s of its own application by HTTP and waits: both are paid for, and they fail together"
                .formatted(handler.name(), called))
        .with(call.api(), "which it calls")
        .with(call.variable().value().place(), call.variable().name() + " holds the URL")
        .when(call.variable().value().present());
  }
}
