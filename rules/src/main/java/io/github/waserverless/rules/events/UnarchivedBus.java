package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EventBus;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.Optional;

/** Events that a consumer got wrong can be replayed only if something has kept them. */
@RuleInfo(
    id = "WAS607",
    name = "custom-bus-without-archive",
    title = "Event bus without an archive",
    principles = {EVENTS_TRIGGER_TRANSACTIONS, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = NOTE)
public final class UnarchivedBus implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (EventBus bus : EventBus.in(app)) {
      findings.report(
          Problem.of(
                  bus.resource(),
                  "%s has no archive: events that a consumer lost or got wrong cannot be replayed"
                      .formatted(bus.resource().name()))
              .when(app.lacks(bus.resource(), bus.archives()))
              .grouped(
                  new Grouping(
                      "event buses",
                      "have no archive: events that a consumer lost or got wrong cannot be"
                          + " replayed",
                      Optional.empty())));
    }
  }
}
