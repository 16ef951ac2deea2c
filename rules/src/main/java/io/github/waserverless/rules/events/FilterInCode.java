package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.COST_OPTIMIZATION;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.Service;
import io.github.waserverless.code.flow.RecordFilter;
import io.github.waserverless.code.flow.RecordLoop;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.Optional;

/** A mapping can leave records out before a function is invoked and paid for. */
@RuleInfo(
    id = "WAS610",
    name = "event-filter-in-code",
    title = "Records that the handler leaves out by itself",
    principles = EVENTS_TRIGGER_TRANSACTIONS,
    pillar = COST_OPTIMIZATION,
    severity = NOTE)
public final class FilterInCode implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      for (EventSourceMapping mapping : handler.mappings()) {
        Optional<Service> source = mapping.kind().or(handler::sender);
        source
            .flatMap(s -> filter(handler, s))
            .ifPresent(f -> findings.report(problem(handler, mapping, f)));
      }
    }
  }

  /** A test that a filter of the mapping could make. */
  private static Optional<RecordFilter> filter(FunctionHandler handler, Service source) {
    return handler.recordLoops().stream()
        .flatMap((RecordLoop loop) -> loop.filter(handler.reach(), handler.values()).stream())
        .filter(
            f ->
                switch (source) {
                  case DYNAMODB -> f.isByEventName() || f.isByAttribute();
                  case SQS -> f.isByBody();
                  default -> false;
                })
        .findFirst();
  }

  private static Problem problem(
      FunctionHandler handler, EventSourceMapping mapping, RecordFilter filter) {
    return Problem.of(
            mapping.resource(),
            "%s is invoked for records that it leaves out unless they say %s: they are paid for, and the mapping could filter them"
                .formatted(handler.name(), filter.with()))
        .when(mapping.option("FilterCriteria").absent())
        .with(filter.location(), "the test");
  }
}
