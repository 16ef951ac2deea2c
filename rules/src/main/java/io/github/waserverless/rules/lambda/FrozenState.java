package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SHARE_NOTHING;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.FrozenValue;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Truth;

/**
 * What is computed before the snapshot is the same in every environment that is started from it.
 */
@RuleInfo(
    id = "WAS114",
    name = "snapstart-frozen-state",
    title = "Random or current value frozen by SnapStart",
    principles = {SPEEDY_SIMPLE_SINGULAR, SHARE_NOTHING},
    pillar = SECURITY,
    severity = WARNING)
public final class FrozenState implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      Truth on =
          handler.function().map(f -> f.snapStart().is("PublishedVersions")).orElse(Truth.NO);
      if (on.canHold()) {
        for (FrozenValue value : FrozenValue.in(handler.reach(), handler.values())) {
          findings.report(
              Problem.at(
                      value.location(),
                      handler,
                      "%s computes %s once, before the snapshot: all its environments have the same"
                          .formatted(handler.name(), value.field().name()))
                  .when(on)
                  .as(value.isHarmless() ? NOTE : WARNING));
        }
      }
    }
  }
}
