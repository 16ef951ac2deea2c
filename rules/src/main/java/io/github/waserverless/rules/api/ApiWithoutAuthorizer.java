package io.github.waserverless.rules.api;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.ApiProtection;
import io.github.waserverless.app.ApiRoute;
import io.github.waserverless.app.ApiStage.Protocol;
import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An API on the internet should know who calls it. */
@RuleInfo(
    id = "WAS811",
    name = "api-without-authorizer",
    title = "API that anyone may call",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = WARNING)
public final class ApiWithoutAuthorizer implements Rule {

  private static final int MOST_ROUTES = 3;

  /** What has to answer those who are not signed in, or who sign what they send. */
  private static final Pattern FOR_EVERYBODY =
      Pattern.compile(
          "(?i).*/(health\\w*|health-?check|live(z|ness)|ready(z|ness)?|ping|status|version"
              + "|\\.well-known|jwks(\\.json)?|docs?|swagger[\\w.-]*|openapi[\\w.-]*|favicon\\.ico"
              + "|robots\\.txt|public|log-?in|sign-?in|sign-?up|regist(er|ration)|auth\\w*"
              + "|oauth2?|token|callback|web-?hooks?|[\\w-]*webhook[\\w-]*)(/.*)?");

  @Override
  public void check(Application app, Findings findings) {
    ApiProtection protection = new ApiProtection(app);
    Map<Resource, Map<ApiRoute, Truth>> open = new LinkedHashMap<>();
    for (ApiRoute route : ApiRoute.in(app)) {
      Truth truth = isOpen(route);
      if (truth.canHold()) {
        open.computeIfAbsent(route.api(), a -> new LinkedHashMap<>()).put(route, truth);
      }
    }
    open.forEach((api, routes) -> report(api, routes, protection.of(api).not(), findings));
  }

  /** Nobody can be asked before a preflight request; a connection asks once for all its routes. */
  private static Truth isOpen(ApiRoute route) {
    if (route.method().equals("OPTIONS")
        || (route.protocol() == Protocol.WEBSOCKET && !route.key().equals("$connect"))) {
      return Truth.NO;
    }
    return Truth.when(route.exists()).and(route.access().open()).and(route.answersItself().not());
  }

  private static void report(
      Resource api, Map<ApiRoute, Truth> open, Truth unprotected, Findings findings) {
    List<ApiRoute> doubtful = open.keySet().stream().filter(r -> !isMeant(r)).toList();
    List<ApiRoute> told = doubtful.isEmpty() ? List.copyOf(open.keySet()) : doubtful;
    List<ApiRoute> certain =
        told.stream()
            .filter(r -> open.getOrDefault(r, Truth.UNKNOWN).given(api.exists()).alwaysHolds())
            .toList();
    List<ApiRoute> routes = certain.isEmpty() ? told : certain;
    Truth truth = routes.stream().map(open::get).reduce(Truth.NO, Truth::or);
    Problem problem =
        Problem.of(
                api,
                "%s lets anyone call %s: nothing asks who the caller is"
                    .formatted(ApiName.of(api), listed(routes)))
            .when(truth.and(unprotected))
            .as(doubtful.isEmpty() ? NOTE : WARNING);
    for (ApiRoute route : routes) {
      problem =
          route.place().equals(api.location()) || route.declaredBy().equals(api)
              ? problem
              : problem.with(route.place(), route.key());
    }
    findings.report(problem);
  }

  /** Whether the route is open on purpose. */
  private static boolean isMeant(ApiRoute route) {
    return route.access().declined().canHold()
        || route.api().property("Auth", "EnableIamAuthorizer").isTrue().canHold()
        || FOR_EVERYBODY.matcher(route.path()).matches();
  }

  private static String listed(List<ApiRoute> routes) {
    List<String> keys = routes.stream().map(ApiRoute::key).distinct().toList();
    String shown = keys.stream().limit(MOST_ROUTES).collect(Collectors.joining(", "));
    return keys.size() > MOST_ROUTES
        ? shown + " and " + (keys.size() - MOST_ROUTES) + " more"
        : shown;
  }
}
