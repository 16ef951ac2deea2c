package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.ItemFailure;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lambda only knows the failed record by its message id or its sequence number. */
@RuleInfo(
    id = "WAS718",
    name = "batch-item-identifier-wrong",
    title = "Failed record named by a wrong identifier",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class WrongItemIdentifier implements Rule {

  /** What is no identifier of a record, by the accessors of the events. */
  private static final Map<String, String> WRONG =
      Map.of(
          "getReceiptHandle", "its receipt handle",
          "getEventID", "its event id",
          "getPartitionKey", "its partition key",
          "getBody", "its body",
          "getMd5OfBody", "the digest of its body",
          "getData", "its data",
          "getEventSourceArn", "the ARN of its source",
          "getEventSourceARN", "the ARN of its source");

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      for (ItemFailure failure : handler.reach().itemFailures()) {
        wrong(failure, handler)
            .ifPresent(
                what ->
                    findings.report(
                        Problem.in(
                            handler,
                            failure.reached(),
                            "%s names a failed record by %s, which Lambda does not know: the whole batch counts as failed"
                                .formatted(handler.name(), what))));
      }
    }
  }

  /** In words what a failure is named by, when that is certainly no identifier. */
  private static Optional<String> wrong(ItemFailure failure, FunctionHandler handler) {
    if (failure.identifier().isEmpty()) {
      return Optional.empty();
    }
    Expression written = failure.identifier().get();
    if (written instanceof Expression.Literal literal
        && literal.kind() == Expression.LiteralKind.NULL) {
      return Optional.of("null");
    }
    List<Data> values = handler.value(written, failure.reached()).alternatives();
    List<String> wrong = values.stream().flatMap(v -> wrong(v).stream()).distinct().toList();
    boolean certain = values.stream().allMatch(v -> wrong(v).isPresent());
    return certain && !wrong.isEmpty() ? Optional.of(wrong.get(0)) : Optional.empty();
  }

  private static Optional<String> wrong(Data value) {
    if (value instanceof Data.Constant constant) {
      return Optional.of(constant.text().isEmpty() ? "an empty text" : "a constant");
    }
    return value instanceof Data.Event event
        ? Optional.ofNullable(WRONG.get(event.last()))
        : Optional.empty();
  }
}
