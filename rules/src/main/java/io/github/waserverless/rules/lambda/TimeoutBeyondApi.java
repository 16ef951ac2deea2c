package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.ApiIntegration;
import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Possible;
import io.github.waserverless.template.Truth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When an API gives up before its function does, the caller gets an error for work that is done.
 */
@RuleInfo(
    id = "WAS108",
    name = "timeout-exceeds-api-limit",
    title = "Function that may run longer than its API waits",
    principles = {SPEEDY_SIMPLE_SINGULAR, DESIGN_FOR_FAILURES},
    pillar = RELIABILITY,
    severity = WARNING)
public final class TimeoutBeyondApi implements Rule {

  private static final double DEFAULT_TIMEOUT = 3;
  private static final double EDGE_LIMIT = 29;

  @Override
  public void check(Application app, Findings findings) {
    Set<Location> seen = new HashSet<>();
    for (LambdaFunction function : app.functions()) {
      List<ApiIntegration> integrations = ApiIntegration.of(function, app);
      integrations.stream()
          .filter(i -> outlasts(function, i).canHold())
          .reduce((one, two) -> least(two.seconds()) < least(one.seconds()) ? two : one)
          .ifPresent(strictest -> findings.report(problem(function, strictest)));
      integrations.stream()
          .filter(integration -> seen.add(integration.timeout().place()))
          .forEach(integration -> checkEdge(integration, findings));
    }
  }

  private static Truth outlasts(LambdaFunction function, ApiIntegration integration) {
    return function
        .timeout()
        .number(DEFAULT_TIMEOUT)
        .with(integration.seconds(), (runs, waits) -> runs > waits)
        .is(longer -> longer)
        .and(integration.waits());
  }

  private static double least(Possible<Double> seconds) {
    return seconds.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
  }

  private static Problem problem(LambdaFunction function, ApiIntegration integration) {
    double waits = least(integration.seconds());
    String fact =
        "run %s s behind %s that waits %s s: callers get an error for work that goes on"
            .formatted(longest(function, waits), integration.kind().inWords(), number(waits));
    boolean onlyApis =
        function.triggers().stream().allMatch(t -> ApiIntegration.isApi(t.service()));
    return Problem.at(
            function.timeout().place(),
            function.resource(),
            "%s may %s".formatted(function.name(), fact))
        .when(outlasts(function, integration))
        .as(onlyApis && integration.waits().alwaysHolds() ? WARNING : NOTE)
        .grouped(new Grouping("functions", "may " + fact, Optional.of(function.timeout().place())))
        .with(integration.timeout().place(), "what waits for it");
  }

  private static String longest(LambdaFunction function, double waits) {
    return function.timeout().number(DEFAULT_TIMEOUT).values().stream()
        .filter(runs -> runs > waits)
        .findFirst()
        .map(TimeoutBeyondApi::number)
        .orElse("longer");
  }

  private static String number(double seconds) {
    return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
  }

  /** Only regional and private endpoints can be granted more. */
  private static void checkEdge(ApiIntegration integration, Findings findings) {
    if (integration.kind() != ApiIntegration.Kind.REST || integration.api().isEmpty()) {
      return;
    }
    Truth edge =
        integration.api().get().property("EndpointConfiguration", "Types").items().stream()
            .map(type -> type.is("EDGE"))
            .reduce(Truth.NO, Truth::or);
    findings.report(
        Problem.at(
                integration.timeout().place(),
                integration.declaredBy(),
                "%s waits more than 29 s on an edge-optimized API: the deployment fails"
                    .formatted(integration.declaredBy().name()))
            .when(integration.seconds().is(s -> s > EDGE_LIMIT).and(edge))
            .as(ERROR));
  }
}
