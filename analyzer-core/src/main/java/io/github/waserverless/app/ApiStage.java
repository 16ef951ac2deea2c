package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stage of an API, whether a resource of its own, what SAM makes of an API, or the {@code
 * StageDescription} of a deployment.
 *
 * @param resource the stage, or the deployment that creates it
 * @param protocol what kind of API it is
 * @param apis the APIs of the application that it may belong to
 */
public record ApiStage(Resource resource, Protocol protocol, List<Resource> apis) {

  /** The kinds of APIs of API Gateway. */
  public enum Protocol {
    REST,
    HTTP,
    WEBSOCKET
  }

  private static final String DEPLOYMENT = "AWS::ApiGateway::Deployment";

  /** All stages of an application. */
  public static List<ApiStage> in(Application app) {
    List<ApiStage> stages = new ArrayList<>();
    List<Resource> rest = app.resources("AWS::ApiGateway::Stage");
    for (Resource stage : rest) {
      stages.add(rest(stage, app));
    }
    for (Resource deployment : app.resources(DEPLOYMENT)) {
      boolean hasStage =
          !app.referring(deployment, "AWS::ApiGateway::Stage", "DeploymentId").isEmpty();
      if (deployment.declared()
          && !hasStage
          && deployment.property("StageName").present().alwaysHolds()) {
        stages.add(rest(deployment, app));
      }
    }
    for (Resource stage : app.resources("AWS::ApiGatewayV2::Stage")) {
      List<Resource> apis = app.targets(stage.property("ApiId"), "AWS::ApiGatewayV2::Api");
      stages.add(new ApiStage(stage, protocol(apis), apis));
    }
    return List.copyOf(stages);
  }

  private static ApiStage rest(Resource resource, Application app) {
    return new ApiStage(
        resource,
        Protocol.REST,
        app.targets(resource.property("RestApiId"), "AWS::ApiGateway::RestApi"));
  }

  private static Protocol protocol(List<Resource> apis) {
    return apis.stream().anyMatch(api -> api.property("ProtocolType").is("WEBSOCKET").canHold())
        ? Protocol.WEBSOCKET
        : Protocol.HTTP;
  }

  /** The logical id, or that of the API which causes the stage; an implicit API has none. */
  public String name() {
    boolean implicit =
        !resource.declared() && apis.stream().noneMatch(Resource::declared) && !apis.isEmpty();
    return implicit ? "The implicit " + protocol + " API" : resource.name();
  }

  /** A setting of the stage. */
  public Setting property(String... path) {
    return resource.type().equals(DEPLOYMENT)
        ? resource.property(
            Stream.concat(Stream.of("StageDescription"), Stream.of(path)).toArray(String[]::new))
        : resource.property(path);
  }

  /** The access log: where it goes and what it holds. */
  public Setting accessLog() {
    return property(protocol == Protocol.REST ? "AccessLogSetting" : "AccessLogSettings");
  }

  /** Who calls the API from where: whether its endpoint is reachable from a VPC only. */
  public Truth isPrivate() {
    return apis.stream()
        .map(api -> api.property("EndpointConfiguration", "Types").anyItem(t -> t.is("PRIVATE")))
        .reduce(Truth.NO, Truth::or);
  }

  /**
   * Whether two settings mean this stage; where one of them, or the stage's own, only becomes known
   * at deployment, that is not known.
   *
   * @param api names an API
   * @param name names a stage
   */
  public Truth isMeantBy(Setting api, Setting name, Application app) {
    List<Resource> meant = apis(api, app).toList();
    if (meant.isEmpty() || apis.isEmpty()) {
      Setting own = resource.property("RestApiId");
      return own.renderings().equals(api.renderings()) ? Truth.YES : Truth.UNKNOWN;
    }
    if (meant.stream().noneMatch(apis::contains)) {
      return Truth.NO;
    }
    return app.refersTo(name, resource) ? Truth.YES : named(name);
  }

  /** The REST APIs that a setting means. */
  static Stream<Resource> apis(Setting api, Application app) {
    return app.targets(api).stream().filter(r -> r.type().equals("AWS::ApiGateway::RestApi"));
  }

  private Truth named(Setting name) {
    Setting own = resource.property("StageName");
    return own.renderings().equals(name.renderings())
        ? Truth.YES
        : own.text().with(name.text(), String::equals).is(same -> same);
  }
}
