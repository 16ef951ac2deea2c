package io.github.waserverless.rules.idempotency;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.IdempotencyStore;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.program.SourceMethod;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.List;

/** Idempotency needs its configuration, its key and a table that fits. */
@RuleInfo(
    id = "WAS721",
    name = "idempotency-misconfigured",
    title = "Idempotency that does not work as configured",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class MisconfiguredIdempotency implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      IdempotentMethods uses = new IdempotentMethods(handler);
      List<SourceMethod> annotated = uses.annotated();
      List<Reached<CallSite>> calls = uses.calls("makeIdempotent").toList();
      if (!annotated.isEmpty() || !calls.isEmpty()) {
        checkConfiguration(handler, uses, findings);
        annotated.forEach(method -> checkMethod(method, handler, uses, findings));
        for (IdempotencyStore store : IdempotencyStore.in(handler)) {
          new StoreTable(app, handler, store).check(findings);
        }
      }
    }
  }

  private static void checkConfiguration(
      FunctionHandler handler, IdempotentMethods uses, Findings findings) {
    List<Reached<CallSite>> configured = uses.calls("config").toList();
    if (configured.isEmpty()) {
      if (!uses.mayBeConfiguredElsewhere()) {
        findings.report(
            Problem.at(
                handler.entry().map(e -> e.method().location()).orElseGet(handler::location),
                handler,
                "%s uses the idempotency of Powertools but never configures it: each invocation fails"
                    .formatted(handler.name())));
      }
    } else if (configured.stream().allMatch(r -> r.phase() == Phase.INVOKE)) {
      findings.report(
          Problem.in(
                  handler,
                  configured.get(0),
                  "%s configures idempotency for each event: the store and its client are made again every time"
                      .formatted(handler.name()))
              .as(WARNING));
    }
  }

  private static void checkMethod(
      SourceMethod method, FunctionHandler handler, IdempotentMethods uses, Findings findings) {
    if (method.declaration().returnType().name().equals("void")) {
      findings.report(
          Problem.at(
              method.location(),
              handler,
              "%s is idempotent but returns nothing that could be kept: Powertools refuses each call of it"
                  .formatted(method)));
      return;
    }
    if (uses.isHandler(method)) {
      return;
    }
    if (IdempotentMethods.lacksKey(method)) {
      findings.report(
          Problem.at(
              method.location(),
              handler,
              "%s has several parameters and none is the @IdempotencyKey: Powertools refuses each call of it"
                  .formatted(method)));
    } else if (uses.calls("registerLambdaContext").findAny().isEmpty()) {
      findings.report(
          Problem.at(
                  method.location(),
                  handler,
                  "%s is idempotent but nobody registers the Lambda context: an attempt that times out blocks its event"
                      .formatted(method))
              .as(WARNING));
    }
  }
}
