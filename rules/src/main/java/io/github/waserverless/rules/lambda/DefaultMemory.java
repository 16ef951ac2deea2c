package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.PERFORMANCE_EFFICIENCY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Truth;

/** Memory buys CPU, so the default of 128 MB is a decision that nobody took. */
@RuleInfo(
    id = "WAS106",
    name = "memory-not-set",
    title = "Function with the default memory",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = PERFORMANCE_EFFICIENCY,
    severity = WARNING)
public final class DefaultMemory implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      if (function.servesOnlyCustomResources() || function.runsAtEdge()) {
        continue;
      }
      Truth managed = function.property("CapacityProviderConfig").present();
      findings.report(
          Problem.at(
                  function.memorySize().place(),
                  function.resource(),
                  "%s has no MemorySize: it runs with 128 MB and the CPU share that comes with them"
                      .formatted(function.name()))
              .when(function.memorySize().absent().and(managed.not()))
              .as(function.hasInlineCode() ? NOTE : WARNING)
              .grouped(
                  new Grouping(
                      "functions",
                      "have no MemorySize: they run with 128 MB and the CPU share that comes with"
                          + " them",
                      app.globals(function))));
    }
  }
}
