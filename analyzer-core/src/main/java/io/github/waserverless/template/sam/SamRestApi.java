package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** AWS::Serverless::Api: a REST API, its stage and its usage plan. */
final class SamRestApi {

  private static final Set<String> OF_THE_STAGE =
      Set.of(
          "StageName",
          "TracingEnabled",
          "AccessLogSetting",
          "MethodSettings",
          "CacheClusterEnabled",
          "CacheClusterSize",
          "CanarySetting",
          "Variables");
  private static final Set<String> RENAMED =
      Set.of("DefinitionBody", "DefinitionUri", "EndpointConfiguration");

  private static final String SHARED_PLAN = "ServerlessUsagePlan";

  private final Output output;

  SamRestApi(Output output) {
    this.output = output;
  }

  /** A declared API. */
  void expand(Output.Cause cause, Mapping properties) {
    Resource api = cause.resource();
    output.put(
        SamTransform.become(api, "AWS::ApiGateway::RestApi", api(cause, properties), Set.of()));
    generateRest(cause, api.logicalId(), properties);
  }

  /** The implicit API. */
  void generate(Output.Cause cause, String id, Mapping properties) {
    output.generate(cause, id, "AWS::ApiGateway::RestApi", api(cause, properties));
    generateRest(cause, id, properties);
  }

  private static Mapping api(Output.Cause cause, Mapping properties) {
    Nodes api =
        Nodes.at(cause.at())
            .copyAllBut(properties, union(OF_THE_STAGE, RENAMED))
            .renamed(properties, "DefinitionBody", "Body")
            .copy(properties, "DefinitionUri");
    properties
        .entry("EndpointConfiguration")
        .ifPresent(e -> api.put(e.key(), endpoint(e.value(), e.key().location())));
    return api.map();
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> both = new java.util.HashSet<>(a);
    both.addAll(b);
    return both;
  }

  private static Value endpoint(Value value, Location at) {
    if (value instanceof Scalar type) {
      return Nodes.at(at).put("Types", Nodes.list(at, type)).map();
    }
    if (value instanceof Mapping mapping && mapping.get("Type").isPresent()) {
      Value type = mapping.get("Type").orElse(value);
      return Nodes.at(at)
          .copyAllBut(mapping, Set.of("Type", "VPCEndpointIds"))
          .renamed(mapping, "VPCEndpointIds", "VpcEndpointIds")
          .replaced(mapping, "Type", "Types", Nodes.list(type.location(), type))
          .map();
    }
    return value;
  }

  private void generateRest(Output.Cause cause, String id, Mapping properties) {
    Location at = cause.at();
    Nodes stage = Nodes.at(at).put("RestApiId", Nodes.ref(id, at));
    properties.entries().stream()
        .map(Mapping.Entry::name)
        .filter(OF_THE_STAGE::contains)
        .forEach(key -> stage.copy(properties, key));
    String stageId = id + stageName(properties) + "Stage";
    output.generate(cause, stageId, "AWS::ApiGateway::Stage", stage.map());
    Optional<Value> plan =
        properties
            .get("Auth")
            .filter(Mapping.class::isInstance)
            .flatMap(auth -> ((Mapping) auth).get("UsagePlan"));
    Output.eachMapping(cause, plan, (c, usage) -> usagePlan(c, usage, id, stageId));
  }

  private static String stageName(Mapping properties) {
    return properties.get("StageName").orElse(null) instanceof Scalar name
        ? name.raw().replaceAll("[^A-Za-z0-9]", "")
        : "";
  }

  private void usagePlan(Output.Cause cause, Mapping usage, String api, String stageId) {
    Location at = cause.at();
    String kind = usage.get("CreateUsagePlan").orElse(null) instanceof Scalar s ? s.raw() : "";
    if (kind.equals("NONE")) {
      return;
    }
    Mapping stage =
        Nodes.at(at).put("ApiId", Nodes.ref(api, at)).put("Stage", Nodes.ref(stageId, at)).map();
    String id = kind.equals("SHARED") ? SHARED_PLAN : api + "UsagePlan";
    if (output.get(id).isPresent()) {
      output.extend(id, cause, List.of("ApiStages"), List.of(stage));
      return;
    }
    output.generate(
        cause,
        id,
        "AWS::ApiGateway::UsagePlan",
        Nodes.at(at)
            .put("ApiStages", Nodes.list(at, stage))
            .copy(usage, "Throttle")
            .copy(usage, "Quota")
            .map());
  }
}
