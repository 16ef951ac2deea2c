package io.github.waserverless.app;

import io.github.waserverless.app.ApiStage.Protocol;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Collects the routes of all APIs. */
final class ApiRoutes {

  private static final String REST = "AWS::ApiGateway::RestApi";
  private static final String NONE = "NONE";
  private static final int DEEPEST = 30;

  private final Application app;
  private final List<ApiRoute> routes = new ArrayList<>();
  private final Map<Offer, Integer> firsts = new HashMap<>();

  /** What an API offers under one key, wherever that is said. */
  private record Offer(Resource api, String key) {}

  ApiRoutes(Application app) {
    this.app = app;
  }

  List<ApiRoute> all() {
    app.resources(REST).forEach(api -> described(api, Protocol.REST));
    app.resources("AWS::ApiGatewayV2::Api").forEach(api -> described(api, protocol(api)));
    app.resources("AWS::ApiGateway::Method").forEach(this::method);
    app.resources("AWS::ApiGatewayV2::Route").forEach(this::route);
    return List.copyOf(routes);
  }

  static Protocol protocol(Resource api) {
    return api.property("ProtocolType").is("WEBSOCKET").canHold()
        ? Protocol.WEBSOCKET
        : Protocol.HTTP;
  }

  private void described(Resource api, Protocol protocol) {
    new OpenApiRoutes(api, protocol, ApiDocument.of(api))
        .all()
        .forEach(r -> append(r.unless(SamApiAuth.byDefault(api))));
    Setting target = api.property("Target");
    if (target.present().canHold()) {
      append(
          new ApiRoute(
              api,
              protocol,
              api,
              target.place(),
              "",
              "$default",
              nothing(api),
              target,
              new ApiRoute.Access(Truth.YES, Truth.NO),
              Truth.NO));
    }
  }

  private void method(Resource method) {
    Setting integration = method.property("Integration");
    for (Resource api : app.targets(method.property("RestApiId"), REST)) {
      boolean sam = method.property("Path").present().canHold();
      add(
          new ApiRoute(
              api,
              Protocol.REST,
              method,
              method.location(),
              method(method.property("HttpMethod")),
              sam ? text(method.property("Path")) : path(method.property("ResourceId"), 0),
              integration.get("Type"),
              integration.get("Uri"),
              sam ? SamApiAuth.ofEvent(method.property("Auth"), api) : access(method),
              sam
                  ? SamApiAuth.validates(method)
                  : method.property("RequestValidatorId").present()));
    }
  }

  /** What CloudFormation requires to be written is no decision of anybody. */
  private static ApiRoute.Access access(Resource declaredBy) {
    Setting type = declaredBy.property("AuthorizationType");
    return new ApiRoute.Access(
        type.absent().or(type.is(NONE)).and(declaredBy.property("ApiKeyRequired").isTrue().not()),
        Truth.NO);
  }

  private void route(Resource route) {
    for (Resource api : app.targets(route.property("ApiId"), "AWS::ApiGatewayV2::Api")) {
      Optional<Resource> integration =
          app.targets(route.property("Target"), "AWS::ApiGatewayV2::Integration").stream()
              .findFirst();
      boolean event = route.property("RouteKey").absent().alwaysHolds();
      Protocol protocol = protocol(api);
      String key = text(route.property("RouteKey"));
      String path = event ? text(route.property("Path")) : key.substring(key.indexOf(' ') + 1);
      boolean catchesAll = path.isEmpty() || path.equals("$default");
      add(
          new ApiRoute(
              api,
              protocol,
              route,
              route.location(),
              catchesAll || protocol == Protocol.WEBSOCKET
                  ? ""
                  : event
                      ? method(route.property("Method"))
                      : key.substring(0, Math.max(key.indexOf(' '), 0)),
              catchesAll ? "$default" : path,
              integration.map(i -> i.property("IntegrationType")).orElse(nothing(api)),
              integration.map(i -> i.property("IntegrationUri")).orElse(nothing(api)),
              event ? SamApiAuth.ofEvent(route.property("Auth"), api) : access(route),
              Truth.NO));
    }
  }

  /** What an event adds to the document of its API is one route with it. */
  private void add(ApiRoute route) {
    Integer known = firsts.get(new Offer(route.api(), route.key()));
    if (known == null) {
      append(route);
    } else {
      routes.set(known, routes.get(known).joined(route));
    }
  }

  private void append(ApiRoute route) {
    firsts.putIfAbsent(new Offer(route.api(), route.key()), routes.size());
    routes.add(route);
  }

  private static Setting nothing(Resource at) {
    return Setting.absent(at.scope(), at.location());
  }

  private static String text(Setting setting) {
    return setting.renderings().stream().findFirst().orElse("");
  }

  private static String method(Setting setting) {
    String method = text(setting).toUpperCase(Locale.ROOT);
    return method.isEmpty() || method.equals("*") || method.equals("X-AMAZON-APIGATEWAY-ANY-METHOD")
        ? ApiRoute.ANY
        : method;
  }

  /** The path of a resource of a REST API: its parts up to the root. */
  private String path(Setting resourceId, int depth) {
    Optional<Resource> resource =
        app.targets(resourceId, "AWS::ApiGateway::Resource").stream().findFirst();
    if (resource.isEmpty() || depth > DEEPEST) {
      return app.targets(resourceId, REST).isEmpty() ? "…" : "/";
    }
    String parent = path(resource.get().property("ParentId"), depth + 1);
    String part = text(resource.get().property("PathPart"));
    return parent.equals("/") ? "/" + part : parent + "/" + part;
  }
}
