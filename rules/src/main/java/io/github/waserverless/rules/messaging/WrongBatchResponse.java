package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.BatchResponse;
import io.github.waserverless.app.BatchResponse.Kind;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Truth;
import java.util.List;

/** A mapping that asks which records failed needs an answer to that question. */
@RuleInfo(
    id = "WAS714",
    name = "batch-response-type-wrong",
    title = "Answer to a batch that does not say which records failed",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class WrongBatchResponse implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      List<EventSourceMapping> asking =
          handler.mappings().stream()
              .filter(m -> m.reportsBatchItemFailures().canHold())
              .filter(
                  m ->
                      m.kind().or(handler::sender).filter(BatchSources::reportFailures).isPresent())
              .toList();
      BatchResponse response = handler.batchResponse();
      if (!asking.isEmpty() && isWrong(response.kind())) {
        findings.report(problem(handler, response, asking));
      }
    }
  }

  private static boolean isWrong(Kind kind) {
    return kind != Kind.ITEM_FAILURES && kind != Kind.UNKNOWN;
  }

  private static Problem problem(
      FunctionHandler handler, BatchResponse response, List<EventSourceMapping> asking) {
    Truth enabled =
        asking.stream()
            .map(EventSourceMapping::reportsBatchItemFailures)
            .reduce(Truth.NO, Truth::or);
    Problem problem =
        Problem.at(response.place(), handler, message(handler, response))
            .when(enabled)
            .as(response.kind() == Kind.NOTHING ? WARNING : ERROR);
    for (EventSourceMapping mapping : asking) {
      problem =
          problem.with(
              mapping.option("FunctionResponseTypes").place(),
              BatchSources.inWords(mapping) + " asks which records failed");
    }
    return problem;
  }

  private static String message(FunctionHandler handler, BatchResponse response) {
    String answer = response.type().inWords();
    return switch (response.kind()) {
      case NO_OBJECT ->
          "%s answers a batch with %s and not with batchItemFailures: Lambda takes every batch as failed"
              .formatted(handler.name(), answer);
      case OTHER_OBJECT ->
          "%s answers a batch with %s, which has no batchItemFailures: no record ever counts as failed"
              .formatted(handler.name(), answer);
      default ->
          "%s returns nothing although it is asked which records failed: ReportBatchItemFailures has no effect"
              .formatted(handler.name());
    };
  }
}
