package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Value;
import java.util.Optional;

/** The routes that a WebSocket API lists, each with the function that it invokes. */
final class WebSocketRoutes {

  private final Output output;
  private final Output.Cause api;
  private final Mapping properties;

  WebSocketRoutes(Output output, Output.Cause api, Mapping properties) {
    this.output = output;
    this.api = api;
    this.properties = properties;
  }

  void expand() {
    Output.eachMapping(
        api,
        properties.get("Routes"),
        (cause, byKey) ->
            byKey
                .entries()
                .forEach(
                    e ->
                        Output.eachMapping(
                            cause.at(e.key().location()),
                            Optional.of(e.value()),
                            (c, route) -> route(c, e, route))));
  }

  private void route(Output.Cause cause, Mapping.Entry entry, Mapping route) {
    Location at = cause.at();
    String owner = cause.resource().logicalId();
    String id = owner + entry.name().replaceAll("[^A-Za-z0-9]", "");
    Optional<Value> function = route.get("FunctionArn");
    if (function.isEmpty()) {
      return;
    }
    output.generate(
        cause,
        id + "Integration",
        "AWS::ApiGatewayV2::Integration",
        Nodes.at(at)
            .put("ApiId", Nodes.ref(owner, at))
            .put("IntegrationType", "AWS_PROXY")
            .renamed(route, "FunctionArn", "IntegrationUri")
            .renamed(route, "IntegrationTimeout", "TimeoutInMillis")
            .map());
    output.generate(
        cause,
        id + "Route",
        "AWS::ApiGatewayV2::Route",
        authorized(
                entry,
                Nodes.at(at)
                    .put("ApiId", Nodes.ref(owner, at))
                    .put("RouteKey", entry.key())
                    .put("Target", Nodes.ref(id + "Integration", at)))
            .map());
    output.generate(
        cause,
        id + "Permission",
        "AWS::Lambda::Permission",
        RuleEvents.permission(
            function.get(), "apigateway.amazonaws.com", Nodes.ref(owner, at), at));
  }

  /** The API asks who connects; whoever is connected is known. */
  private Nodes authorized(Mapping.Entry entry, Nodes route) {
    return entry.name().equals("$connect")
            && properties.get("Auth").orElse(null) instanceof Mapping auth
        ? route.renamed(auth, "AuthType", "AuthorizationType")
        : route;
  }
}
