package io.github.waserverless.rules.api;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.ApiRoute;
import io.github.waserverless.app.ApiStage.Protocol;
import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A body that is not what the API expects should not cost an invocation. */
@RuleInfo(
    id = "WAS812",
    name = "api-request-not-validated",
    title = "REST API that validates no request",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = NOTE)
public final class UnvalidatedRequests implements Rule {

  private static final int MOST_ROUTES = 3;
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  @Override
  public void check(Application app, Findings findings) {
    Map<Resource, List<ApiRoute>> writing = new LinkedHashMap<>();
    for (ApiRoute route : ApiRoute.in(app)) {
      if (route.protocol() == Protocol.REST && WITH_BODY.contains(route.method())) {
        writing.computeIfAbsent(route.api(), a -> new ArrayList<>()).add(route);
      }
    }
    writing.forEach((api, routes) -> report(api, routes, findings));
  }

  private static void report(Resource api, List<ApiRoute> routes, Findings findings) {
    Truth none = Truth.YES;
    for (ApiRoute route : routes) {
      none = none.and(route.validated().not()).and(route.answersItself().not());
    }
    Problem problem =
        Problem.of(
                api,
                "%s passes the bodies of %s on as they come: malformed ones reach the backend, too"
                    .formatted(ApiName.of(api), listed(routes)))
            .when(none)
            .as(NOTE);
    for (ApiRoute route : routes) {
      boolean elsewhere = !route.declaredBy().equals(api) && !route.place().equals(api.location());
      problem = elsewhere ? problem.with(route.place(), route.key()) : problem;
    }
    findings.report(problem);
  }

  private static String listed(List<ApiRoute> routes) {
    String shown =
        routes.stream().limit(MOST_ROUTES).map(ApiRoute::key).collect(Collectors.joining(", "));
    return routes.size() > MOST_ROUTES
        ? shown + " and " + (routes.size() - MOST_ROUTES) + " more"
        : shown;
  }
}
