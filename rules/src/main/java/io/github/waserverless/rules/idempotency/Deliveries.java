package io.github.waserverless.rules.idempotency;

import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.Redelivery;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.Location;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What may bring a handler one event twice, and how likely it is. */
final class Deliveries {

  /** They seldom deliver twice, or what they bring is a time and no event of its own. */
  private static final Set<Service> SELDOM =
      EnumSet.of(Service.S3, Service.SCHEDULE, Service.LOGS, Service.CONFIG);

  private final FunctionHandler handler;
  private final List<Redelivery> redeliveries;

  Deliveries(FunctionHandler handler) {
    this.handler = handler;
    this.redeliveries = handler.repetition().redeliveries();
  }

  /** The handler's own severity: a note where a second delivery is seldom. */
  Severity severity() {
    boolean onlySeldom =
        redeliveries.isEmpty()
            ? handler
                .sender()
                .filter(s -> SELDOM.contains(s) || s == Service.EVENTBRIDGE)
                .isPresent()
            : redeliveries.stream().allMatch(r -> SELDOM.contains(r.service()));
    return onlySeldom ? Severity.NOTE : Severity.WARNING;
  }

  /** Whether nothing but the clock starts the function. */
  boolean onlyByClock() {
    return !redeliveries.isEmpty()
        && redeliveries.stream().allMatch(r -> r.service() == Service.SCHEDULE);
  }

  /** What delivers, in words. */
  String inWords() {
    return redeliveries.isEmpty()
        ? handler.sender().map(Service::inWords).orElse("its source")
        : worst().inWords();
  }

  private Redelivery worst() {
    return redeliveries.stream()
        .filter(r -> !SELDOM.contains(r.service()))
        .findFirst()
        .orElse(redeliveries.get(0));
  }

  /** The problem with the place in the template that events come from. */
  Problem explain(Problem problem) {
    if (redeliveries.isEmpty()) {
      return problem;
    }
    Redelivery worst = worst();
    Location place = worst.source().map(r -> r.location()).orElseGet(worst::place);
    return problem.with(place, "%s may deliver twice".formatted(worst.inWords()));
  }
}
