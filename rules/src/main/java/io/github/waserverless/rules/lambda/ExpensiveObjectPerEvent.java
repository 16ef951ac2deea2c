package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.PERFORMANCE_EFFICIENCY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.ExpensiveCreation;
import io.github.waserverless.code.flow.ExpensiveCreation.Cost;
import io.github.waserverless.code.flow.Lifetime;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** What takes long to make and can be used again belongs into a field. */
@RuleInfo(
    id = "WAS104",
    name = "expensive-object-per-invocation",
    title = "Expensive object made for each event",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = PERFORMANCE_EFFICIENCY,
    severity = WARNING)
public final class ExpensiveObjectPerEvent implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      Lifetime lifetime = new Lifetime(handler.reach());
      ExpensiveCreation.in(handler.reach()).stream()
          .filter(c -> lifetime.endsWithEvent(c.expression(), c.reached()))
          .forEach(c -> report(c, handler, findings));
    }
  }

  private static void report(ExpensiveCreation made, FunctionHandler handler, Findings findings) {
    boolean chosen = handler.value(made.expression(), made.reached()).isFromEvent();
    boolean light = chosen || made.cost() == Cost.LOW;
    findings.report(
        Problem.in(
                handler,
                made.reached(),
                "%s makes %s for each event: in a field it would be made once"
                    .formatted(handler.name(), made.what()))
            .pointingAt(made.location())
            .as(light ? NOTE : WARNING));
  }
}
