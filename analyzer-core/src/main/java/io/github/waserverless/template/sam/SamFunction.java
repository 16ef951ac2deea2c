package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** AWS::Serverless::Function and what it generates. */
final class SamFunction {

  /** SAM's own properties; later rules look at some of them, so they stay where they are. */
  private static final Set<String> RENAMED =
      Set.of("Tracing", "DeadLetterQueue", "InlineCode", "Role");

  private final Output output;
  private final PolicyTemplates templates;
  private final ImplicitApis implicit;

  SamFunction(Output output, PolicyTemplates templates, ImplicitApis implicit) {
    this.output = output;
    this.templates = templates;
    this.implicit = implicit;
  }

  void expand(Output.Cause cause, Mapping properties) {
    Resource fn = cause.resource();
    Location at = cause.at();
    output.put(
        SamTransform.become(fn, "AWS::Lambda::Function", function(cause, properties), Set.of()));
    Guard withoutRole = absence(fn, properties, "Role");
    if (withoutRole.possible()) {
      new SamPolicies(output, templates)
          .generateRole(
              cause.under(withoutRole), properties, "lambda.amazonaws.com", basics(fn, properties));
    }
    Optional<String> alias = alias(cause, properties);
    Output.eachMapping(
        cause, properties.get("EventInvokeConfig"), (c, config) -> invokeConfig(c, config, alias));
    Output.eachMapping(cause, properties.get("FunctionUrlConfig"), (c, url) -> url(c, url, alias));
    Value target =
        alias.isPresent() ? Nodes.ref(alias.get(), at) : SamPolicies.arnOf(fn.logicalId(), at);
    new SamEvents(output, implicit, cause, target).expand(properties.get("Events"));
  }

  private static Guard absence(Resource fn, Mapping properties, String key) {
    return properties
        .get(key)
        .map(v -> Setting.of(fn.scope(), v).presence().not())
        .orElse(Guard.ALWAYS);
  }

  private static Mapping function(Output.Cause cause, Mapping properties) {
    Location at = cause.at();
    Nodes nodes = Nodes.at(at).copyAllBut(properties, RENAMED);
    properties
        .entry("Tracing")
        .ifPresent(
            e ->
                nodes.put(
                    "TracingConfig",
                    Nodes.at(e.key().location()).renamed(properties, "Tracing", "Mode").map()));
    nodes.renamed(properties, "DeadLetterQueue", "DeadLetterConfig");
    properties
        .entry("InlineCode")
        .ifPresent(
            e ->
                nodes.put(
                    "Code",
                    Nodes.at(e.key().location())
                        .renamed(properties, "InlineCode", "ZipFile")
                        .map()));
    if (properties.get("Role").isPresent()) {
      nodes.copy(properties, "Role");
    } else {
      nodes.put("Role", SamPolicies.arnOf(cause.resource().logicalId() + "Role", at));
    }
    return nodes.map();
  }

  private static List<String> basics(Resource fn, Mapping properties) {
    List<String> names = new ArrayList<>();
    names.add("service-role/AWSLambdaBasicExecutionRole");
    if (properties.get("VpcConfig").isPresent()) {
      names.add("service-role/AWSLambdaVPCAccessExecutionRole");
    }
    if (properties
        .get("Tracing")
        .filter(v -> Setting.of(fn.scope(), v).is("Active").canHold())
        .isPresent()) {
      names.add("AWSXRayDaemonWriteAccess");
    }
    return names;
  }

  /** Generates version, alias and deployment; gives the alias's id. */
  private Optional<String> alias(Output.Cause cause, Mapping properties) {
    Resource fn = cause.resource();
    String id = fn.logicalId();
    Location at = properties.entry("AutoPublishAlias").map(Mapping.Entry::place).orElse(cause.at());
    Optional<String> name =
        properties
            .get("AutoPublishAlias")
            .flatMap(v -> Setting.of(fn.scope(), v).text().values().stream().findFirst());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Output.Cause by = cause.at(at);
    Mapping version = Nodes.at(at).put("FunctionName", Nodes.ref(id, at)).map();
    output.generate(by, id + "Version", "AWS::Lambda::Version", version);
    String aliasId = id + "Alias" + name.get().replaceAll("[^A-Za-z0-9]", "");
    output.generate(
        by,
        aliasId,
        "AWS::Lambda::Alias",
        Nodes.at(at)
            .put("FunctionName", Nodes.ref(id, at))
            .put("FunctionVersion", Nodes.attribute(id + "Version", "Version", at))
            .renamed(properties, "AutoPublishAlias", "Name")
            .copy(properties, "ProvisionedConcurrencyConfig")
            .map());
    Output.eachMapping(
        by,
        properties.get("DeploymentPreference"),
        (c, preference) -> deployment(c, preference, aliasId));
    return Optional.of(aliasId);
  }

  private void deployment(Output.Cause cause, Mapping preference, String aliasId) {
    Location at = cause.at();
    output.generate(
        cause,
        cause.resource().logicalId() + "DeploymentGroup",
        "AWS::CodeDeploy::DeploymentGroup",
        Nodes.at(at)
            .renamed(preference, "Type", "DeploymentConfigName")
            .copy(preference, "Enabled")
            .copy(preference, "Alarms")
            .copy(preference, "Hooks")
            .put("Alias", Nodes.ref(aliasId, at))
            .map());
  }

  private void invokeConfig(Output.Cause cause, Mapping config, Optional<String> alias) {
    String id = cause.resource().logicalId();
    Location at = cause.at();
    Nodes nodes =
        Nodes.at(at)
            .put("FunctionName", Nodes.ref(id, at))
            .copyAllBut(config, Set.of("DestinationConfig"));
    alias.ifPresent(a -> nodes.put("Qualifier", Nodes.ref(a, at)));
    config
        .entry("DestinationConfig")
        .ifPresent(
            e ->
                nodes.put(
                    e.key(),
                    new SamDestinations(output, cause, id + "EventInvokeConfig")
                        .completed(e.value())));
    output.generate(cause, id + "EventInvokeConfig", "AWS::Lambda::EventInvokeConfig", nodes.map());
  }

  private void url(Output.Cause cause, Mapping url, Optional<String> alias) {
    String id = cause.resource().logicalId();
    Location at = cause.at();
    Nodes nodes =
        Nodes.at(at).put("TargetFunctionArn", Nodes.ref(id, at)).copyAllBut(url, Set.of());
    alias.ifPresent(a -> nodes.put("Qualifier", Nodes.ref(a, at)));
    output.generate(cause, id + "Url", "AWS::Lambda::Url", nodes.map());
  }
}
