package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.FunctionInvocation;
import io.github.waserverless.app.InvokeGrant;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A loop of invocations has no counter, no state and no end but the one in the code. */
@RuleInfo(
    id = "WAS503",
    name = "self-recursive-invocation",
    title = "Function that invokes itself",
    principles = {ORCHESTRATE_WITH_STATE_MACHINES, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = ERROR)
public final class SelfInvocation implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionInvocation invocation : DirectInvocations.in(app)) {
      if (invocation.isOfItself() && !invocation.call().isDryRun()) {
        findings.report(DirectInvocations.explained(ofCode(invocation), invocation));
      }
    }
    List<InvokeGrant> grants = InvokeGrant.in(app);
    Map<Location, Set<Resource>> callers = new HashMap<>();
    grants.forEach(
        g ->
            callers
                .computeIfAbsent(g.resource().place(), p -> new HashSet<>())
                .add(g.caller().resource()));
    for (InvokeGrant grant : grants) {
      if (grant.isOfItself() && isCodeUnknown(grant, app) && !isShared(grant, callers)) {
        findings.report(
            Problem.at(
                    grant.resource().place(),
                    grant.caller().resource(),
                    "%s may invoke itself: such a loop ends only where its code ends it"
                        .formatted(grant.caller().name()))
                .when(grant.truth())
                .as(NOTE));
      }
    }
  }

  private static Problem ofCode(FunctionInvocation invocation) {
    boolean endless = invocation.isUnconditional();
    return Problem.in(
            invocation.caller(),
            invocation.call().reached(),
            (endless
                    ? "%s invokes itself for every event: each run starts the next one, without end"
                    : "%s invokes itself: only its code ends the loop, and a failure loses where it stood")
                .formatted(invocation.caller().name()))
        .as(endless ? ERROR : WARNING);
  }

  private static boolean isCodeUnknown(InvokeGrant grant, Application app) {
    return app.handler(grant.caller()).flatMap(FunctionHandler::entry).isEmpty();
  }

  /** A policy that several functions or roles have is not there for one of them alone. */
  private static boolean isShared(InvokeGrant grant, Map<Location, Set<Resource>> callers) {
    return grant.shared() || callers.getOrDefault(grant.resource().place(), Set.of()).size() > 1;
  }
}
