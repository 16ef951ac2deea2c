package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Setting;
import java.util.Optional;

/** A consumer that starts with the latest record does not see those from before it was active. */
@RuleInfo(
    id = "WAS613",
    name = "stream-starts-at-latest",
    title = "Stream read from its end",
    principles = {EVENTS_TRIGGER_TRANSACTIONS, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = NOTE)
public final class StreamFromLatest implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (EventSourceMapping mapping : app.triggers().mappings()) {
      Service kind = mapping.kind().orElse(Service.OTHER);
      if (kind.isStream() || kind == Service.KAFKA) {
        Setting start = mapping.option("StartingPosition");
        findings.report(
            Problem.at(
                    start.place(),
                    mapping.resource(),
                    "%s starts at the end of its stream: records from before it is active are skipped"
                        .formatted(mapping.resource().name()))
                .when(start.is("LATEST"))
                .grouped(
                    new Grouping(
                        "stream consumers",
                        "start at the end of their streams: records from before they are active are skipped",
                        Optional.empty())));
      }
    }
  }
}
