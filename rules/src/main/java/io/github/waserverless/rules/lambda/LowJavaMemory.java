package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.PERFORMANCE_EFFICIENCY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.InvocationMode;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Optional;

/** The JVM starts at the speed of the CPU share that memory buys. */
@RuleInfo(
    id = "WAS109",
    name = "java-memory-low",
    title = "Java function with little memory",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = PERFORMANCE_EFFICIENCY,
    severity = NOTE)
public final class LowJavaMemory implements Rule {

  private static final double LEAST = 512;
  private static final String CONSEQUENCE = "its share of a CPU makes each cold start long";

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      if (function.servesOnlyCustomResources() || !isAwaited(function)) {
        continue;
      }
      Setting memory = function.memorySize();
      Truth low = memory.present().and(memory.number(LEAST).is(mb -> mb < LEAST));
      findings.report(
          Problem.at(
                  memory.place(),
                  function.resource(),
                  "%s runs Java with %s MB: %s"
                      .formatted(
                          function.name(),
                          memory.text().certain().orElse("less than 512"),
                          CONSEQUENCE))
              .when(low.and(function.runtime().is(r -> r.startsWith("java"))))
              .grouped(
                  new Grouping(
                      "functions",
                      "run Java with less than 512 MB: their share of a CPU makes each cold start"
                          + " long",
                      Optional.empty())));
    }
  }

  /** Pollers wait as long as it takes. */
  private static boolean isAwaited(LambdaFunction function) {
    return function.invoked(InvocationMode.SYNC) || function.invoked(InvocationMode.ASYNC);
  }
}
