package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.BatchResponse.Kind;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.Service;
import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.ItemFailure;
import io.github.waserverless.code.flow.RecordLoop;
import io.github.waserverless.code.flow.Site;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import java.util.List;
import java.util.Optional;

/** What comes in an order must wait for what failed before it. */
@RuleInfo(
    id = "WAS717",
    name = "fifo-continues-after-failure",
    title = "Messages of a FIFO queue that overtake one that failed",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class OvertakenMessage implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      Optional<EventSourceMapping> ordered =
          handler.mappings().stream().filter(m -> severity(m, handler).isPresent()).findFirst();
      if (ordered.isPresent() && handler.batchResponse().kind() == Kind.ITEM_FAILURES) {
        goingOn(handler).ifPresent(f -> findings.report(problem(handler, f, ordered.get())));
      }
    }
  }

  /** An error for queues; of a stream Lambda repeats everything from the first failure on. */
  private static Optional<Severity> severity(EventSourceMapping mapping, FunctionHandler handler) {
    Optional<Service> source = mapping.kind().or(handler::sender);
    if (source.filter(Service::isStream).isPresent()) {
      return Optional.of(NOTE);
    }
    return mapping.pollsFifo() ? Optional.of(ERROR) : Optional.empty();
  }

  /** The only place in a loop where a record is listed, if the loop then takes the next one. */
  private static Optional<ItemFailure> goingOn(FunctionHandler handler) {
    List<ItemFailure> failures = handler.reach().itemFailures();
    for (RecordLoop loop : handler.recordLoops()) {
      List<ItemFailure> inside = failures.stream().filter(f -> loop.contains(f.reached())).toList();
      boolean direct =
          inside.size() == 1
              && loop.isIn(inside.get(0).reached())
              && loop.isForSome(inside.get(0).reached());
      if (direct
          && !loop.remembers(handler.reach())
          && expression(inside.get(0)).filter(loop::goesOnAfter).isPresent()) {
        return Optional.of(inside.get(0));
      }
    }
    return Optional.empty();
  }

  private static Optional<Expression> expression(ItemFailure failure) {
    Site site = failure.reached().site();
    if (site instanceof Site.CreationSite creation) {
      return Optional.of(creation.expression());
    }
    return site instanceof Site.CallSite call ? Optional.of(call.expression()) : Optional.empty();
  }

  private static Problem problem(
      FunctionHandler handler, ItemFailure failure, EventSourceMapping mapping) {
    Severity severity = severity(mapping, handler).orElse(NOTE);
    String message =
        severity == ERROR
            ? "%s goes on with the next message of a FIFO queue after one failed: later ones of its group overtake it"
            : "%s goes on with the next record after one failed: Lambda repeats all from the failed one on";
    return Problem.in(handler, failure.reached(), message.formatted(handler.name()))
        .as(severity)
        .with(mapping.location(), "%s keeps an order".formatted(BatchSources.inWords(mapping)));
  }
}
