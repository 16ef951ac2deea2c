package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.Optional;
import java.util.Set;

/** AWS::Serverless::HttpApi and WebSocketApi: an API and its stage. */
final class SamHttpApi {

  private static final Set<String> OF_THE_STAGE =
      Set.of(
          "StageName",
          "AccessLogSettings",
          "DefaultRouteSettings",
          "RouteSettings",
          "StageVariables");

  private final Output output;

  SamHttpApi(Output output) {
    this.output = output;
  }

  /** A declared API. */
  void expand(Output.Cause cause, Mapping properties, String protocol) {
    Resource api = cause.resource();
    output.put(
        SamTransform.become(
            api, "AWS::ApiGatewayV2::Api", api(cause, properties, protocol), Set.of()));
    stage(cause, api.logicalId(), properties);
    new WebSocketRoutes(output, cause, properties).expand();
  }

  /** The implicit API. */
  void generate(Output.Cause cause, String id, Mapping properties, String protocol) {
    output.generate(cause, id, "AWS::ApiGatewayV2::Api", api(cause, properties, protocol));
    stage(cause, id, properties);
  }

  private static Mapping api(Output.Cause cause, Mapping properties, String protocol) {
    Set<String> left = new java.util.HashSet<>(OF_THE_STAGE);
    left.add("DefinitionBody");
    return Nodes.at(cause.at())
        .copyAllBut(properties, left)
        .renamed(properties, "DefinitionBody", "Body")
        .put("ProtocolType", protocol)
        .map();
  }

  private void stage(Output.Cause cause, String id, Mapping properties) {
    Location at = cause.at();
    Nodes stage = Nodes.at(at).put("ApiId", Nodes.ref(id, at));
    properties.entries().stream()
        .map(Mapping.Entry::name)
        .filter(OF_THE_STAGE::contains)
        .forEach(key -> stage.copy(properties, key));
    Optional<Value> given = properties.get("StageName").filter(n -> !Conditional.isNothing(n));
    if (given.isEmpty()) {
      stage.put("StageName", "$default");
    }
    String name =
        given
            .map(n -> n instanceof Scalar s ? s.raw().replaceAll("[^A-Za-z0-9]", "") : "")
            .orElse("ApiGatewayDefault");
    output.generate(cause, id + name + "Stage", "AWS::ApiGatewayV2::Stage", stage.map());
  }
}
