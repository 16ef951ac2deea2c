package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EnvironmentVariable;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.InvokeGrant;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Functions that call functions are a workflow that nobody sees. */
@RuleInfo(
    id = "WAS504",
    name = "function-can-invoke-function",
    title = "Function that may invoke another function",
    principles = ORCHESTRATE_WITH_STATE_MACHINES,
    pillar = RELIABILITY,
    severity = NOTE)
public final class FunctionMayInvokeFunction implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    List<InvokeGrant> grants =
        InvokeGrant.in(app).stream().filter(g -> !g.isOfItself() && !isExempt(g, app)).toList();
    Set<Object> told = new HashSet<>();
    grants.stream()
        .filter(grant -> !grant.variables(app).isEmpty() && isNew(grant, told))
        .forEach(grant -> reportKnown(grant, grant.variables(app).get(0), findings));
    grants.stream()
        .filter(grant -> isNew(grant, told))
        .forEach(grant -> findings.report(problem(grant, "")));
  }

  private record Pair(String caller, String target) {}

  /** One statement may name a function twice, for its versions, and serve several callers. */
  private static boolean isNew(InvokeGrant grant, Set<Object> told) {
    return told.add(new Pair(grant.caller().name(), grant.target().name()))
        && told.add(grant.resource().place());
  }

  /**
   * Durable functions wait without being paid for it, and to start one is to start a workflow;
   * hooks test what they invoke. Of a handler in Java its code tells what it invokes.
   */
  private static boolean isExempt(InvokeGrant grant, Application app) {
    LambdaFunction caller = grant.caller();
    return isDurable(caller)
        || isDurable(grant.target())
        || caller.servesOnlyCustomResources()
        || caller.testsDeployments()
        || app.handler(caller).flatMap(FunctionHandler::entry).isPresent();
  }

  private static boolean isDurable(LambdaFunction function) {
    return !function.property("DurableConfig").absent().alwaysHolds();
  }

  private static void reportKnown(
      InvokeGrant grant, EnvironmentVariable variable, Findings findings) {
    findings.report(
        problem(grant, " and knows it as " + variable.name())
            .as(WARNING)
            .with(variable.value().place(), variable.name()));
  }

  private static Problem problem(InvokeGrant grant, String evidence) {
    return Problem.at(
            grant.resource().place(),
            grant.caller().resource(),
            "%s may invoke %s%s: a function that waits for another is paid for twice and fails with it"
                .formatted(grant.caller().name(), grant.target().name(), evidence))
        .when(grant.truth())
        .with(grant.target().resource(), grant.target().name());
  }
}
