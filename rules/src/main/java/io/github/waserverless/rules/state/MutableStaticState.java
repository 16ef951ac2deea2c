package io.github.waserverless.rules.state;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.SHARE_NOTHING;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.StateChange;
import io.github.waserverless.code.flow.StateChange.Kind;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.List;

/** What an event leaves in a static field is there for the next event, whoever sent it. */
@RuleInfo(
    id = "WAS303",
    name = "mutable-static-state",
    title = "Event data kept in a static field",
    principles = SHARE_NOTHING,
    pillar = RELIABILITY,
    severity = WARNING)
public final class MutableStaticState implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      List<StateChange> changes = StateChange.in(handler.reach(), Phase.INVOKE);
      changes.stream()
          .filter(c -> c.field().isStatic() && c.kind() != Kind.CLEARED)
          .filter(c -> handler.isFromEvent(c))
          .forEach(c -> report(c, StateChange.clears(changes, c.field()), handler, findings));
    }
  }

  private static void report(
      StateChange change, boolean cleared, FunctionHandler handler, Findings findings) {
    boolean bounded = change.kind() == Kind.CACHED || cleared;
    findings.report(
        Problem.in(
                handler,
                change.reached(),
                "%s keeps data of the event in the static field %s: later events meet it"
                    .formatted(handler.name(), change.field().name()))
            .as(bounded ? NOTE : WARNING));
  }
}
