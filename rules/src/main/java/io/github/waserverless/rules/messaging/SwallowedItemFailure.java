package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.Service;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.CatchBlock;
import io.github.waserverless.code.flow.RecordLoop;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A record whose failure nobody learns of counts as processed. */
@RuleInfo(
    id = "WAS716",
    name = "batch-item-failure-swallowed",
    title = "Failure of a record that only the log learns of",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class SwallowedItemFailure implements Rule {

  private static final Map<Service, String> LOSSES =
      new EnumMap<>(
          Map.of(
              Service.SQS, "SQS deletes the message as if it were processed",
              Service.KINESIS, "the stream goes on as if it were processed",
              Service.DYNAMODB, "the stream goes on as if it were processed",
              Service.KAFKA, "its offset is committed as if it were processed"));

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      Service source =
          handler.services().stream().filter(LOSSES::containsKey).findFirst().orElse(null);
      List<RecordLoop> loops = source == null ? List.of() : handler.recordLoops();
      if (source == null || loops.isEmpty()) {
        continue;
      }
      for (CatchBlock caught : handler.lostFailures()) {
        if (loops.stream().anyMatch(loop -> loop.contains(caught.reached()))) {
          findings.report(problem(handler, caught, source));
        }
      }
    }
  }

  private static Problem problem(FunctionHandler handler, CatchBlock caught, Service source) {
    String types =
        caught.types().stream().map(TypeName::simpleName).collect(Collectors.joining(" or "));
    return Problem.in(
            handler,
            caught.reached(),
            "%s swallows the %s of a failed record: %s"
                .formatted(handler.name(), types, LOSSES.get(source)))
        .as(caught.isOfParsing() ? NOTE : ERROR);
  }
}
