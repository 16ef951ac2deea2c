package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.CONCURRENT_REQUESTS;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.StateMachine;
import io.github.waserverless.app.states.Definition;
import io.github.waserverless.app.states.State;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.OptionalInt;

/** What a map does for many items at once, something behind it must bear. */
@RuleInfo(
    id = "WAS211",
    name = "sfn-map-unbounded",
    title = "Map without a limit of concurrency",
    principles = CONCURRENT_REQUESTS,
    pillar = RELIABILITY,
    severity = WARNING)
public final class UnboundedMap implements Rule {

  /** As many items does an inline map work on at once. */
  private static final int INLINE_CEILING = 40;

  @Override
  public void check(Application app, Findings findings) {
    for (StateMachine machine : app.stateMachines()) {
      for (Definition definition : machine.definitions()) {
        check(machine, definition, findings);
      }
    }
  }

  private static void check(StateMachine machine, Definition definition, Findings findings) {
    StateProblems distributed = new StateProblems(machine, definition);
    StateProblems inline = new StateProblems(machine, definition);
    for (State state : definition.states()) {
      if (state.is("Map") && burdens(state, machine)) {
        Setting limit = state.get("MaxConcurrency");
        Truth unlimited =
            state.get("MaxConcurrencyPath").absent().and(limit.number(0).is(n -> n == 0));
        Location place = limit.present().canHold() ? limit.place() : state.place();
        if (state.isDistributedMap()) {
          distributed.add(place, state.name(), unlimited, WARNING);
        } else if (state.isInlineMap() && !hasFewItems(state)) {
          inline.add(place, state.name(), unlimited, NOTE);
        }
      }
    }
    distributed.reportEach(
        "%s runs up to 10,000 items at once in %s: what it calls is throttled or overrun",
        findings);
    inline.reportEach(
        "%s runs up to 40 items at once in %s: what it calls must bear that for each execution",
        distributed.places(), findings);
  }

  /** Whether it calls something for each item that many calls at once may overrun. */
  private static boolean burdens(State map, StateMachine machine) {
    return map.inner().stream()
        .flatMap(workflow -> workflow.all().stream())
        .anyMatch(
            state ->
                machine
                    .integration(state)
                    .filter(i -> i.isLambda() || i.writes() || i.is("http", "invoke"))
                    .isPresent());
  }

  private static boolean hasFewItems(State map) {
    OptionalInt items = map.itemCount();
    return items.isPresent() && items.getAsInt() < INLINE_CEILING;
  }
}
