package io.github.waserverless.app;

import io.github.waserverless.template.Possible;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function behind an API: for how long the API waits for it.
 *
 * @param kind the kind of API
 * @param api the API, where the application declares it
 * @param declaredBy the resource that integrates the function
 * @param timeout {@code TimeoutInMillis}
 * @param waits whether the API waits for a whole response: neither asynchronous nor streamed
 */
public record ApiIntegration(
    Kind kind, Optional<Resource> api, Resource declaredBy, Setting timeout, Truth waits) {

  /** What kind of API waits for a function, and for how many seconds unless told otherwise. */
  public enum Kind {
    REST("a REST API", 29),
    HTTP("an HTTP API", 30),
    WEBSOCKET("a WebSocket API", 29),
    APPSYNC("AppSync", 30),
    HTTP_AUTHORIZATION("an HTTP API that asks for authorization", 10);

    private final String words;
    private final double seconds;

    Kind(String words, double seconds) {
      this.words = words;
      this.seconds = seconds;
    }

    /** The kind in words that fit into a sentence. */
    public String inWords() {
      return words;
    }
  }

  private static final String OPEN_API = "x-amazon-apigateway-integration";
  private static final String INVOCATION_TYPE = "X-Amz-Invocation-Type";

  /** The integrations of a function. */
  public static List<ApiIntegration> of(LambdaFunction function, Application app) {
    List<ApiIntegration> all =
        function.triggers().stream()
            .filter(Trigger::evident)
            .filter(t -> isApi(t.service()))
            .map(Trigger::declaredBy)
            .distinct()
            .flatMap(resource -> in(resource, function, app))
            .toList();
    return all.stream().filter(i -> !i.isDescribedBy(all)).toList();
  }

  /** The functions behind an API. */
  static List<LambdaFunction> behind(Resource api, Application app) {
    return app.index(
            ApiIntegration.class,
            "api",
            () ->
                Index.of(app.functions(), f -> of(f, app).stream().flatMap(i -> i.api().stream())))
        .of(api);
  }

  /** Whether it stands for a SAM event on an API whose own document has the integration. */
  private boolean isDescribedBy(List<ApiIntegration> others) {
    return !declaredBy.declared()
        && api.filter(a -> others.stream().anyMatch(o -> o.declaredBy.equals(a))).isPresent();
  }

  /** Whether a service is an API that waits for a function. */
  public static boolean isApi(Service service) {
    return service == Service.API_GATEWAY
        || service == Service.APPSYNC
        || service == Service.AUTHORIZER;
  }

  private static Stream<ApiIntegration> in(
      Resource resource, LambdaFunction function, Application app) {
    return switch (resource.type()) {
      case "AWS::ApiGateway::Method" -> Stream.of(method(resource, app));
      case "AWS::ApiGatewayV2::Integration" -> Stream.of(integration(resource, app));
      case "AWS::ApiGateway::RestApi" -> described(resource, Kind.REST, function, app);
      case "AWS::ApiGatewayV2::Api" -> described(resource, kindOf(resource), function, app);
      case "AWS::AppSync::DataSource" ->
          Stream.of(fixed(Kind.APPSYNC, api(resource, "ApiId", app), resource));
      case "AWS::ApiGatewayV2::Authorizer" ->
          api(resource, "ApiId", app)
              .filter(api -> kindOf(api) == Kind.HTTP)
              .map(api -> fixed(Kind.HTTP_AUTHORIZATION, Optional.of(api), resource))
              .stream();
      default -> Stream.of();
    };
  }

  private static Optional<Resource> api(Resource resource, String property, Application app) {
    return app.targets(resource.property(property)).stream().findFirst();
  }

  /** An integration whose time limit nobody can change. */
  private static ApiIntegration fixed(Kind kind, Optional<Resource> api, Resource declaredBy) {
    Setting absent = Setting.absent(declaredBy.scope(), declaredBy.location());
    return new ApiIntegration(kind, api, declaredBy, absent, Truth.YES);
  }

  private static ApiIntegration method(Resource method, Application app) {
    Setting integration = method.property("Integration");
    return new ApiIntegration(
        Kind.REST,
        api(method, "RestApiId", app),
        method,
        method.property("Integration", "TimeoutInMillis"),
        waits(integration.get("ResponseTransferMode"), integration.get("RequestParameters")));
  }

  private static ApiIntegration integration(Resource integration, Application app) {
    Optional<Resource> api = api(integration, "ApiId", app);
    return new ApiIntegration(
        api.map(ApiIntegration::kindOf).orElse(Kind.HTTP),
        api,
        integration,
        integration.property("TimeoutInMillis"),
        waits(
            integration.property("ResponseTransferMode"),
            integration.property("RequestParameters")));
  }

  private static Kind kindOf(Resource api) {
    return api.property("ProtocolType").is("WEBSOCKET").canHold() ? Kind.WEBSOCKET : Kind.HTTP;
  }

  /** The integrations of an OpenAPI document by the functions that they invoke. */
  private static Index<Resource, Setting> written(Resource api, Application app) {
    return app.index(
        ApiIntegration.class,
        api.template() + ' ' + api.logicalId(),
        () ->
            Index.of(integrations(api.property("Body").document()), i -> app.meant(i.get("uri"))));
  }

  /** The integrations of an OpenAPI document, and that of an API which has but one target. */
  private static Stream<ApiIntegration> described(
      Resource api, Kind kind, LambdaFunction function, Application app) {
    List<ApiIntegration> found = new ArrayList<>();
    for (Setting integration : written(api, app).of(function.resource())) {
      found.add(
          new ApiIntegration(
              kind,
              Optional.of(api),
              api,
              integration.get("timeoutInMillis"),
              waits(
                  integration.get("responseTransferMode"), integration.get("requestParameters"))));
    }
    if (app.refersTo(api.property("Target"), function.resource())) {
      found.add(fixed(kind, Optional.of(api), api));
    }
    return found.stream();
  }

  private static List<Setting> integrations(Setting document) {
    return document.get("paths").entries().stream()
        .flatMap(path -> path.setting().entries().stream())
        .map(method -> method.setting().get(OPEN_API))
        .filter(integration -> integration.present().canHold())
        .toList();
  }

  private static Truth waits(Setting transferMode, Setting requestParameters) {
    boolean asynchronous =
        requestParameters.entries().stream().anyMatch(e -> e.name().endsWith(INVOCATION_TYPE));
    return Truth.of(!asynchronous).and(transferMode.is("STREAM").not());
  }

  /** For how many seconds the API waits. */
  public Possible<Double> seconds() {
    return timeout.number(kind.seconds * 1000).map(millis -> millis / 1000);
  }
}
