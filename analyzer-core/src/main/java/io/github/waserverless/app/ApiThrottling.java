package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;

/** What limits the requests that reach the stages of an application's APIs. */
public final class ApiThrottling {

  private final Application app;

  /** The throttling of an application. */
  public ApiThrottling(Application app) {
    this.app = app;
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
    return stage.property("MethodSettings").items().stream()
        .map(ApiThrottling::limit)
        .reduce(Truth.NO, Truth::or);
  }

  private Truth usagePlans(ApiStage stage) {
    Truth limited = Truth.NO;
    for (Resource plan : app.resources("AWS::ApiGateway::UsagePlan")) {
      for (Setting member : plan.property("ApiStages").items()) {
        Truth meant = stage.isMeantBy(member.get("ApiId"), member.get("Stage"), app);
        Truth throttled = planLimit(plan.property("Throttle")).or(member.get("Throttle").present());
        limited = limited.or(meant.and(throttled));
      }
    }
    return limited;
  }

  private static Truth planLimit(Setting throttle) {
    return throttle.get("BurstLimit").present().or(throttle.get("RateLimit").present());
  }

  /** Whether a firewall in front of a stage limits the rate of each caller. */
  public boolean hasRateBasedFirewall(ApiStage stage) {
    return app.resources("AWS::WAFv2::WebACLAssociation").stream()
        .filter(a -> concerns(a.property("ResourceArn"), stage))
        .flatMap(a -> app.targets(a.property("WebACLArn"), "AWS::WAFv2::WebACL").stream())
        .anyMatch(
            acl ->
                acl.property("Rules").items().stream()
                    .anyMatch(r -> r.get("Statement", "RateBasedStatement").present().canHold()));
  }

  private boolean concerns(Setting arn, ApiStage stage) {
    return app.refersTo(arn, stage.resource())
        || stage.apis().stream().anyMatch(api -> app.refersTo(arn, api));
  }
}
