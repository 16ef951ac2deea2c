package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** A handler that ends its virtual machine ends the execution environment. */
@RuleInfo(
    id = "WAS738",
    name = "jvm-exit-in-handler",
    title = "Handler that ends the virtual machine",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class RuntimeExit implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      handler
          .reach()
          .sites(CallSite.class, Phase.INVOKE)
          .filter(r -> exits(r.site()))
          .forEach(
              r ->
                  findings.report(
                      Problem.in(
                          handler,
                          r,
                          "%s ends its virtual machine: Lambda reports Runtime.ExitError and starts a new environment"
                              .formatted(handler.name()))));
    }
  }

  private static boolean exits(CallSite call) {
    return call.calls("java.lang.System", "exit")
        || call.calls("java.lang.Runtime", "exit", "halt");
  }
}
