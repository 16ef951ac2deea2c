package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;

/** What limits the requests that reach the stages of an application's APIs. */
public final class ApiThrottling {

  private final Application app;

  /** The throttling of an application. */
  public ApiThrottling(Application app) {
    this.app = app;
  }

  /** The settings of a stage that limit all of its routes; absent where it has none. */
  public static Setting limitsOfAllRoutes(ApiStage stage) {
    if (stage.protocol() != ApiStage.Protocol.REST) {
      return stage.property("DefaultRouteSettings");
    }
    Setting methods = stage.property("MethodSettings");
    return methods.items().stream()
        .filter(s -> s.get("ResourcePath").is("/*").alwaysHolds())
        .filter(s -> s.get("HttpMethod").is("*").alwaysHolds())
        .findFirst()
        .orElse(Setting.absent(methods.scope(), methods.place()));
  }

  /** Whether something limits the rate or the burst of requests to a stage or to its routes. */
  public Truth limits(ApiStage stage) {
    if (stage.protocol() == ApiStage.Protocol.REST) {
      return methods(stage).or(usagePlans(stage));
    }
    Setting routes = stage.property("RouteSettings");
    Truth anyRoute =
        routes.entries().stream()
            .map(route -> limit(route.setting()))
            .reduce(unknownOf(routes), Truth::or);
    return limit(stage.property("DefaultRouteSettings")).or(anyRoute);
  }

  private static Truth limit(Setting settings) {
    return settings
        .get("ThrottlingBurstLimit")
        .present()
        .or(settings.get("ThrottlingRateLimit").present());
  }

  /** A mapping that only deployment knows may hold anything; otherwise nothing by itself. */
  private static Truth unknownOf(Setting setting) {
    return setting.isMapping().and(setting.isMapping().not());
  }

  private static Truth methods(ApiStage stage) {
    return stage.property("MethodSettings").anyItem(ApiThrottling::limit);
  }

  private Truth usagePlans(ApiStage stage) {
    Truth limited = Truth.NO;
    for (Resource plan : plans(stage)) {
      Truth throttled = planLimit(plan.property("Throttle"));
      Truth listed =
          plan.property("ApiStages")
              .anyItem(
                  member ->
                      stage
                          .isMeantBy(member.get("ApiId"), member.get("Stage"), app)
                          .and(throttled.or(member.get("Throttle").present())));
      limited = limited.or(listed);
    }
    return limited;
  }

  /** The usage plans of the APIs of a stage, and those of which that is not certain. */
  private List<Resource> plans(ApiStage stage) {
    List<Resource> all = app.resources("AWS::ApiGateway::UsagePlan");
    return all.isEmpty() || stage.apis().isEmpty()
        ? all
        : app.<Resource, Resource>index(
                ApiThrottling.class,
                "plans",
                () ->
                    Index.of(
                        all,
                        plan ->
                            plan.property("ApiStages").items().stream()
                                .flatMap(member -> ApiStage.apis(member.get("ApiId"), app)),
                        this::mayBeOfAnyApi))
            .ofEach(stage.apis());
  }

  private boolean mayBeOfAnyApi(Resource plan) {
    Truth open =
        plan.property("ApiStages")
            .anyItem(
                member ->
                    ApiStage.apis(member.get("ApiId"), app).findAny().isEmpty()
                        ? Truth.UNKNOWN
                        : Truth.NO);
    return !open.equals(Truth.NO);
  }

  private static Truth planLimit(Setting throttle) {
    return throttle.get("BurstLimit").present().or(throttle.get("RateLimit").present());
  }

  /** Whether a firewall in front of a stage, or of what forwards to it, limits each caller. */
  public boolean hasRateBasedFirewall(ApiStage stage) {
    List<Resource> targets = new ArrayList<>(stage.apis());
    targets.add(stage.resource());
    for (Resource target : targets) {
      for (Resource association :
          app.referring(target, "AWS::WAFv2::WebACLAssociation", "ResourceArn")) {
        if (limitsRates(association.property("WebACLArn"))) {
          return true;
        }
      }
      for (Resource distribution :
          app.referring(target, "AWS::CloudFront::Distribution", "DistributionConfig", "Origins")) {
        if (limitsRates(distribution.property("DistributionConfig", "WebACLId"))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean limitsRates(Setting acl) {
    return app.targets(acl, "AWS::WAFv2::WebACL").stream().anyMatch(ApiThrottling::limitsRates);
  }

  private static boolean limitsRates(Resource acl) {
    return acl.property("Rules").items().stream()
        .anyMatch(r -> r.get("Statement", "RateBasedStatement").present().canHold());
  }
}
