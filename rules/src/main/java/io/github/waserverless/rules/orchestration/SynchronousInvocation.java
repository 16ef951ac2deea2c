package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionInvocation;
import io.github.waserverless.app.InvocationChain;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.List;
import java.util.stream.Collectors;

/** Who waits for another function pays for two and depends on both. */
@RuleInfo(
    id = "WAS501",
    name = "lambda-invokes-lambda",
    title = "Function that waits for another function",
    principles = ORCHESTRATE_WITH_STATE_MACHINES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class SynchronousInvocation implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionInvocation invocation : DirectInvocations.in(app)) {
      if (invocation.call().mayWait() && !invocation.isOfItself()) {
        List<LambdaFunction> chain = new InvocationChain(app).from(invocation);
        Problem problem =
            Problem.in(invocation.caller(), invocation.call().reached(), message(invocation, chain))
                .as(isCertain(invocation) ? ERROR : WARNING);
        findings.report(further(DirectInvocations.explained(problem, invocation), chain));
      }
    }
  }

  private static boolean isCertain(FunctionInvocation invocation) {
    return !invocation.targets().isEmpty() && !invocation.call().types().isEmpty();
  }

  private static String message(FunctionInvocation invocation, List<LambdaFunction> chain) {
    String caller = invocation.caller().name();
    if (invocation.call().types().isEmpty()) {
      return "%s invokes %s directly: if it waits, both are paid for, and they fail together"
          .formatted(caller, DirectInvocations.targets(invocation));
    }
    if (chain.size() < 3) {
      return "%s invokes %s synchronously: both are paid for while one waits, and they fail together"
          .formatted(caller, DirectInvocations.targets(invocation));
    }
    return "%s synchronously: all are paid for while the last one works, and they fail together"
        .formatted(words(chain));
  }

  /** Orders invokes Billing, which invokes Ledger. */
  private static String words(List<LambdaFunction> chain) {
    LambdaFunction last = chain.get(chain.size() - 1);
    boolean again = chain.stream().filter(f -> f.resource().equals(last.resource())).count() > 1;
    return chain.stream()
            .map(LambdaFunction::name)
            .limit(2)
            .collect(Collectors.joining(" invokes "))
        + chain.stream()
            .skip(2)
            .map(f -> ", which invokes " + f.name())
            .collect(Collectors.joining())
        + (again ? " again," : ",");
  }

  private static Problem further(Problem problem, List<LambdaFunction> chain) {
    Problem explained = problem;
    for (LambdaFunction function : chain.subList(Math.min(2, chain.size()), chain.size())) {
      explained = explained.with(function.resource(), "which is invoked in turn");
    }
    return explained;
  }
}
