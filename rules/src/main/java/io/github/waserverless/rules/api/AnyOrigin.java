package io.github.waserverless.rules.api;

import static io.github.waserverless.rule.Pillar.SECURITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;

/** Browsers should hand answers only to the pages that they are meant for. */
@RuleInfo(
    id = "WAS810",
    name = "cors-allows-any-origin",
    title = "CORS that allows any origin",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = SECURITY,
    severity = NOTE)
public final class AnyOrigin implements Rule {

  private static final String ANYWHERE = "any page on the internet may read its answers";

  @Override
  public void check(Application app, Findings findings) {
    for (Resource url : app.resources("AWS::Lambda::Url")) {
      Setting cors = url.property("Cors");
      Truth open = url.property("AuthType").is("NONE");
      report(url, cors.get("AllowOrigins"), credentials(cors), WARNING, open, findings);
    }
    for (Resource api : app.resources("AWS::ApiGatewayV2::Api")) {
      Setting cors = api.property("CorsConfiguration");
      // SAM takes true for all origins.
      Setting origins = isSwitch(cors) ? cors : cors.get("AllowOrigins");
      report(api, origins, credentials(cors), ERROR, Truth.NO, findings);
    }
    for (Resource api : app.resources("AWS::ApiGateway::RestApi")) {
      Setting cors = api.property("Cors");
      Setting origins = cors.entries().isEmpty() ? cors : cors.get("AllowOrigin");
      report(api, origins, credentials(cors), WARNING, Truth.NO, findings);
    }
  }

  private static Truth credentials(Setting cors) {
    return cors.entries().isEmpty() ? Truth.NO : cors.get("AllowCredentials").isTrue();
  }

  private static boolean isSwitch(Setting cors) {
    return cors.entries().isEmpty();
  }

  private static void report(
      Resource resource,
      Setting origins,
      Truth credentials,
      Severity withCredentials,
      Truth open,
      Findings findings) {
    Truth any = origins.anyItem(origin -> origin.is(AnyOrigin::isAny));
    boolean refused = any.and(credentials).canHold();
    String fact =
        refused
            ? "any origin together with credentials: browsers refuse that"
            : "any origin: " + ANYWHERE;
    findings.report(
        Problem.at(origins.place(), resource, "%s allows %s".formatted(name(resource), fact))
            .when(refused ? any.and(credentials) : any)
            .as(refused ? withCredentials : any.and(open).canHold() ? WARNING : NOTE));
  }

  private static String name(Resource resource) {
    return resource.type().equals("AWS::Lambda::Url") ? resource.name() : ApiName.of(resource);
  }

  /** SAM passes the quotes on, as a mapping of API Gateway needs them. */
  private static boolean isAny(String origin) {
    return origin.equals("*") || origin.equals("'*'") || origin.equalsIgnoreCase("true");
  }
}
