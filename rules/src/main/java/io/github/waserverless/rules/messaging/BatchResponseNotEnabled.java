package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.BatchResponse;
import io.github.waserverless.app.BatchResponse.Kind;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.Service;
import io.github.waserverless.code.flow.ItemFailure;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import java.util.Optional;

/** Lambda only reads which records failed where the mapping says that it is told. */
@RuleInfo(
    id = "WAS713",
    name = "batch-response-not-enabled",
    title = "Partial batch response that the mapping ignores",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class BatchResponseNotEnabled implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (EventSourceMapping mapping : app.triggers().mappings()) {
      for (FunctionHandler handler : app.handlers(mapping)) {
        Optional<Service> source = mapping.kind().or(handler::sender);
        BatchResponse response = handler.batchResponse();
        if (source.filter(BatchSources::reportFailures).isPresent()
            && response.kind() == Kind.ITEM_FAILURES) {
          findings.report(problem(mapping, handler, source.get()));
        }
      }
    }
  }

  private static Problem problem(
      EventSourceMapping mapping, FunctionHandler handler, Service source) {
    BatchResponse response = handler.batchResponse();
    String lost = source == Service.SQS ? "deleted" : "skipped";
    String message =
        response.mayListFailures()
            ? "%s reports failed records, but %s does not enable ReportBatchItemFailures: they are %s as if they had succeeded"
                .formatted(handler.name(), BatchSources.inWords(mapping), lost)
            : "%s never lists a failed record and %s does not enable ReportBatchItemFailures: its batch response has no effect"
                .formatted(handler.name(), BatchSources.inWords(mapping));
    Location made =
        handler.reach().itemFailures().stream()
            .findFirst()
            .map(ItemFailure::location)
            .orElse(response.place());
    return Problem.at(place(mapping), mapping.resource(), message)
        .when(mapping.reportsBatchItemFailures().not())
        .as(response.mayListFailures() ? ERROR : NOTE)
        .with(made, response.mayListFailures() ? "a record is reported here" : "the response");
  }

  private static Location place(EventSourceMapping mapping) {
    return mapping.option("FunctionResponseTypes").present().canHold()
        ? mapping.option("FunctionResponseTypes").place()
        : mapping.location();
  }
}
