package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.InvocationMode;
import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.flow.CatchBlock;
import io.github.waserverless.code.flow.RecordLoop;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.List;
import java.util.stream.Collectors;

/** An event whose failure the handler keeps to itself is never tried again. */
@RuleInfo(
    id = "WAS729",
    name = "exception-swallowed-on-retried-path",
    title = "Failure of an event that only the log learns of",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class SwallowedEventFailure implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      if (!handler.mayGetEventsTwice() || answersCallers(handler)) {
        continue;
      }
      List<RecordLoop> loops = handler.recordLoops();
      for (CatchBlock caught : handler.lostFailures()) {
        boolean whole =
            caught.isOutermost()
                && isEntry(caught, handler)
                && loops.stream().noneMatch(loop -> loop.contains(caught.reached()));
        if (whole && caught.types().stream().anyMatch(SwallowedEventFailure::isAny)) {
          findings.report(problem(handler, caught));
        }
      }
    }
  }

  /** Whoever waits for an answer learns of the failure from it. */
  private static boolean answersCallers(FunctionHandler handler) {
    return handler.function().filter(f -> f.invoked(InvocationMode.SYNC)).isPresent();
  }

  private static boolean isEntry(CatchBlock caught, FunctionHandler handler) {
    return handler.entry().filter(e -> e.method() == caught.reached().step().method()).isPresent();
  }

  private static boolean isAny(TypeName type) {
    return switch (type.simpleName()) {
      case "Exception", "Throwable", "RuntimeException" -> true;
      default -> false;
    };
  }

  private static Problem problem(FunctionHandler handler, CatchBlock caught) {
    String types =
        caught.types().stream().map(TypeName::simpleName).collect(Collectors.joining(" or "));
    return Problem.in(
            handler,
            caught.reached(),
            "%s swallows the %s of all its work: a failed event counts as done, and no retry or destination gets it"
                .formatted(handler.name(), types))
        .as(caught.measured() ? NOTE : WARNING);
  }
}
