package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.ApiRoute;
import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.HandlerString;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.code.flow.OperationChoice;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.List;
import java.util.Optional;

/** A function that first finds out what it is asked for is several functions. */
@RuleInfo(
    id = "WAS101",
    name = "monolithic-handler",
    title = "One function for many operations",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class MonolithicHandler implements Rule {

  private static final int MANY_PATHS = 3;
  private static final int MANY_ROUTES = 6;

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      choice(handler).ifPresent(c -> findings.report(ofCode(c, handler)));
    }
    for (LambdaFunction function : app.functions()) {
      boolean told = app.handler(function).flatMap(MonolithicHandler::choice).isPresent();
      if (!told && !isAdapter(function)) {
        ofRoutes(function, of(function, app)).ifPresent(findings::report);
      }
    }
  }

  private static Optional<OperationChoice> choice(FunctionHandler handler) {
    return OperationChoice.in(handler.reach(), handler.values()).stream().findFirst();
  }

  private static Problem ofCode(OperationChoice choice, FunctionHandler handler) {
    return Problem.in(
            handler,
            choice.reached(),
            "%s chooses among %s operations by %s: they share memory, permissions and every cold start"
                .formatted(handler.name(), choice.operations(), choice.by()))
        .pointingAt(choice.location())
        .as(choice.isResolver() ? NOTE : WARNING);
  }

  private static boolean isAdapter(LambdaFunction function) {
    return HandlerString.of(function.resource()).filter(HandlerString::isOfLibrary).isPresent();
  }

  private static List<ApiRoute> of(LambdaFunction function, Application app) {
    return ApiRoute.of(function, app).stream().filter(r -> !r.method().equals("OPTIONS")).toList();
  }

  private static Optional<Problem> ofRoutes(LambdaFunction function, List<ApiRoute> routes) {
    long paths = routes.stream().map(ApiRoute::path).distinct().count();
    if (routes.size() < MANY_ROUTES || paths < MANY_PATHS) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.of(
                function.resource(),
                "%s answers %s routes: they share memory, permissions and every cold start"
                    .formatted(function.name(), routes.size()))
            .as(NOTE));
  }
}
