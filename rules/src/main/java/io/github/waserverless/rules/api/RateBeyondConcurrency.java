package io.github.waserverless.rules.api;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.CONCURRENT_REQUESTS;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.ApiRoute;
import io.github.waserverless.app.ApiStage;
import io.github.waserverless.app.ApiThrottling;
import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an API lets through should be what its function can take. */
@RuleInfo(
    id = "WAS210",
    name = "api-rate-exceeds-function-concurrency",
    title = "API that admits more than its function can take",
    principles = CONCURRENT_REQUESTS,
    pillar = RELIABILITY,
    severity = NOTE)
public final class RateBeyondConcurrency implements Rule {

  /** An environment takes up to ten requests a second. */
  private static final int REQUESTS_PER_ENVIRONMENT = 10;

  @Override
  public void check(Application app, Findings findings) {
    Map<Resource, List<ApiRoute>> routes = new HashMap<>();
    for (ApiRoute route : ApiRoute.in(app)) {
      routes.computeIfAbsent(route.api(), api -> new ArrayList<>()).add(route);
    }
    for (ApiStage stage : ApiStage.in(app)) {
      onlyFunction(stage, routes, app).ifPresent(function -> check(stage, function, findings));
    }
  }

  /** The function, if all routes of a stage have the same behind them. */
  private static Optional<LambdaFunction> onlyFunction(
      ApiStage stage, Map<Resource, List<ApiRoute>> routes, Application app) {
    Set<LambdaFunction> functions = new LinkedHashSet<>();
    for (ApiRoute route :
        stage.apis().stream().flatMap(a -> routes.getOrDefault(a, List.of()).stream()).toList()) {
      if (!route.answersItself().canHold()) {
        List<LambdaFunction> behind =
            app.targets(route.backend()).stream().flatMap(r -> app.function(r).stream()).toList();
        if (behind.isEmpty()) {
          return Optional.empty();
        }
        functions.addAll(behind);
      }
    }
    return functions.size() == 1 ? functions.stream().findFirst() : Optional.empty();
  }

  private static void check(ApiStage stage, LambdaFunction function, Findings findings) {
    Setting reserved = function.property("ReservedConcurrentExecutions");
    Setting limits = ApiThrottling.limitsOfAllRoutes(stage);
    Setting burst = limits.get("ThrottlingBurstLimit");
    Setting rate = limits.get("ThrottlingRateLimit");
    Truth bursts = exceeds(burst, reserved, 1);
    if (bursts.canHold()) {
      report(stage, function, "bursts of %s requests", burst, bursts, findings);
    } else {
      Truth rates = exceeds(rate, reserved, REQUESTS_PER_ENVIRONMENT);
      report(stage, function, "%s requests a second", rate, rates, findings);
    }
  }

  /** A function with no concurrency at all is switched off. */
  private static Truth exceeds(Setting limit, Setting reserved, int factor) {
    return limit
        .present()
        .and(reserved.present())
        .and(
            limit
                .number(0)
                .with(reserved.number(0), (l, r) -> r > 0 && l > r * factor)
                .is(exceeds -> exceeds));
  }

  private static void report(
      ApiStage stage,
      LambdaFunction function,
      String what,
      Setting limit,
      Truth truth,
      Findings findings) {
    Setting reserved = function.property("ReservedConcurrentExecutions");
    findings.report(
        Problem.at(
                limit.place(),
                stage.resource(),
                "%s admits %s but %s runs %s at a time: the rest fail with 5xx instead of 429"
                    .formatted(
                        stage.name(),
                        what.formatted(number(limit)),
                        function.name(),
                        number(reserved)))
            .when(truth)
            .as(NOTE)
            .with(reserved.place(), function.name()));
  }

  private static String number(Setting setting) {
    return String.join(" or ", setting.renderings());
  }
}
