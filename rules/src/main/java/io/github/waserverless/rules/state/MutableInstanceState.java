package io.github.waserverless.rules.state;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.SHARE_NOTHING;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.Site;
import io.github.waserverless.code.flow.StateChange;
import io.github.waserverless.code.flow.StateChange.Kind;
import io.github.waserverless.code.flow.Surroundings.Branch;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.List;

/** One handler object serves all events of an execution environment. */
@RuleInfo(
    id = "WAS304",
    name = "mutable-instance-state",
    title = "Event data kept in a field of the handler",
    principles = SHARE_NOTHING,
    pillar = RELIABILITY,
    severity = WARNING)
public final class MutableInstanceState implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      List<StateChange> changes = StateChange.in(handler.reach(), Phase.INVOKE);
      changes.stream()
          .filter(c -> !c.field().isStatic() && handler.owns(c.field()))
          .filter(c -> c.kind() != Kind.CLEARED && handler.isFromEvent(c))
          .forEach(c -> judge(c, changes, handler, findings));
    }
  }

  private static void judge(
      StateChange change, List<StateChange> all, FunctionHandler handler, Findings findings) {
    boolean cleared = StateChange.clears(all, change.field());
    if (change.kind() == Kind.GROWN && cleared) {
      return;
    }
    boolean survives = change.kind() == Kind.GROWN || isMet(change, handler);
    String what = survives ? "later events meet it" : "only one event at a time may use it";
    findings.report(
        Problem.in(
                handler,
                change.reached(),
                "%s keeps data of the event in the field %s of the handler: %s"
                    .formatted(handler.name(), change.field().name(), what))
            .as(survives ? WARNING : NOTE));
  }

  /** Whether an event may read what an earlier one left: it is not always replaced first. */
  private static boolean isMet(StateChange change, FunctionHandler handler) {
    Reached<?> write = change.reached();
    return change.kind() == Kind.REPLACED
        && handler
            .reach()
            .sites(Site.FieldRead.class, Phase.INVOKE)
            .filter(r -> r.site().field() == change.field())
            .anyMatch(r -> r.isBefore(write) || isConditional(write));
  }

  private static boolean isConditional(Reached<?> write) {
    return write.site().around().inside(Branch.class);
  }
}
