package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Reference;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Optional;

/**
 * The routes of API events, and the APIs that SAM creates for those that name none: {@code
 * ServerlessRestApi} with its stage Prod, {@code ServerlessHttpApi} with its default stage.
 */
final class ImplicitApis {

  private static final String REST = "ServerlessRestApi";
  private static final String HTTP = "ServerlessHttpApi";
  private static final String PRINCIPAL = "apigateway.amazonaws.com";

  private final Globals globals;
  private final Output output;
  private Optional<Output.Cause> rest = Optional.empty();
  private Optional<Output.Cause> http = Optional.empty();
  private Guard restExists = Guard.NEVER;
  private Guard httpExists = Guard.NEVER;

  ImplicitApis(Globals globals, Output output) {
    this.globals = globals;
    this.output = output;
  }

  /** An {@code Api} event: a method with a Lambda proxy integration. */
  void route(Output.Cause cause, String id, Value target, Mapping properties) {
    Location at = cause.at();
    Optional<Value> api = properties.get("RestApiId");
    if (isImplicit(api, REST)) {
      rest = rest.or(() -> Optional.of(cause));
      restExists = restExists.or(cause.exists());
    }
    boolean function = RuleEvents.isFunction(cause.resource(), output);
    Nodes integration =
        Nodes.at(at)
            .put("Type", function ? "AWS_PROXY" : "AWS")
            .put("Uri", target)
            .put("IntegrationHttpMethod", "POST")
            .copy(properties, "TimeoutInMillis")
            .copy(properties, "ResponseTransferMode");
    if (!function) {
      RuleEvents.invokeRole(output, cause, id, PRINCIPAL, target);
      integration.put("Credentials", SamPolicies.arnOf(id + "Role", at));
    }
    Value apiId = api.map(a -> apiReference(a, at)).orElse(Nodes.ref(REST, at));
    output.generate(
        cause,
        id,
        "AWS::ApiGateway::Method",
        Nodes.at(at)
            .put("RestApiId", apiId)
            .renamed(properties, "Method", "HttpMethod")
            .copy(properties, "Path")
            .copy(properties, "Auth")
            .copy(properties, "RequestModel")
            .put("Integration", integration.map())
            .map());
    if (function) {
      permit(cause, id, target, apiId);
    }
  }

  /** An {@code HttpApi} event: a route with its integration. */
  void httpRoute(Output.Cause cause, String id, Value target, Mapping properties) {
    Location at = cause.at();
    Optional<Value> api = properties.get("ApiId");
    if (isImplicit(api, HTTP)) {
      http = http.or(() -> Optional.of(cause));
      httpExists = httpExists.or(cause.exists());
    }
    Value apiId = api.map(a -> apiReference(a, at)).orElse(Nodes.ref(HTTP, at));
    output.generate(
        cause,
        id + "Integration",
        "AWS::ApiGatewayV2::Integration",
        Nodes.at(at)
            .put("ApiId", apiId)
            .put("IntegrationType", "AWS_PROXY")
            .put("IntegrationUri", target)
            .copy(properties, "PayloadFormatVersion")
            .copy(properties, "TimeoutInMillis")
            .map());
    output.generate(
        cause,
        id,
        "AWS::ApiGatewayV2::Route",
        Nodes.at(at)
            .put("ApiId", apiId)
            .copy(properties, "Path")
            .copy(properties, "Method")
            .copy(properties, "Auth")
            .copy(properties, "RouteSettings")
            .put("Target", Nodes.ref(id + "Integration", at))
            .map());
    permit(cause, id, target, apiId);
  }

  private void permit(Output.Cause cause, String id, Value target, Value api) {
    output.generate(
        cause,
        id + "Permission",
        "AWS::Lambda::Permission",
        RuleEvents.permission(target, PRINCIPAL, api, cause.at()));
  }

  /** Whether an event names no API, or the one that SAM creates. */
  private static boolean isImplicit(Optional<Value> api, String implicit) {
    return api.filter(a -> !Conditional.isNothing(a)).isEmpty()
        || Reference.in(api.get()).contains(new Reference(implicit, ""));
  }

  /** An API may be named by its id alone where SAM accepts that. */
  private Value apiReference(Value api, Location at) {
    if (api instanceof Scalar name && output.get(name.raw()).isPresent()) {
      return Nodes.ref(name.raw(), at);
    }
    return api instanceof Intrinsic call
        ? Reference.of(call).map(r -> Nodes.ref(r.name(), at)).orElse(api)
        : api;
  }

  /** Generates the APIs that events without one have asked for. */
  void generate() {
    rest.ifPresent(cause -> generate(cause.existing(restExists), false));
    http.ifPresent(cause -> generate(cause.existing(httpExists), true));
  }

  private void generate(Output.Cause first, boolean isHttp) {
    String section = isHttp ? "HttpApi" : "Api";
    Location at = globals.section(section).map(e -> e.key().location()).orElse(first.at());
    Output.Cause cause = first.at(at);
    Mapping none = new Mapping(List.of(), at);
    Mapping properties = globals.merged("AWS::Serverless::" + section, none, Optional.empty());
    if (isHttp) {
      new SamHttpApi(output).generate(cause, HTTP, properties, "HTTP");
    } else {
      Mapping withStage =
          properties.get("StageName").isPresent()
              ? properties
              : Nodes.at(at)
                  .copyAllBut(properties, java.util.Set.of())
                  .put("StageName", "Prod")
                  .map();
      new SamRestApi(output).generate(cause, REST, withStage);
    }
  }
}
