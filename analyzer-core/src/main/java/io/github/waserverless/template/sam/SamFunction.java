package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Scope;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
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
    Value role =
        new SamPolicies(output, templates)
            .role(cause, properties, "lambda.amazonaws.com", basics(cause, properties));
    output.put(
        SamTransform.become(
            fn, "AWS::Lambda::Function", function(cause, properties, role), Set.of()));
    Optional<String> alias = alias(cause, properties);
    Output.eachMapping(
        cause, properties.get("EventInvokeConfig"), (c, config) -> invokeConfig(c, config, alias));
    Output.eachMapping(cause, properties.get("FunctionUrlConfig"), (c, url) -> url(c, url, alias));
    Value target =
        alias.isPresent() ? Nodes.ref(alias.get(), at) : SamPolicies.arnOf(fn.logicalId(), at);
    new SamEvents(output, implicit, cause, target).expand(properties.get("Events"));
  }

  private static Mapping function(Output.Cause cause, Mapping properties, Value role) {
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
    return nodes.replaced(properties, "Role", "Role", role).map();
  }

  private static List<Value> basics(Output.Cause cause, Mapping properties) {
    Location at = cause.at();
    Setting vpc = setting(cause, properties, "VpcConfig");
    Guard traced = Conditional.where(setting(cause, properties, "Tracing").is("Active"));
    List<Value> policies = new ArrayList<>();
    policies.add(SamPolicies.managed("AWSLambdaBasicExecutionRole", at));
    addWhere(vpc.presence(), "AWSLambdaVPCAccessExecutionRole", cause, policies);
    addWhere(traced, "AWSXRayDaemonWriteAccess", cause, policies);
    return policies;
  }

  private static void addWhere(Guard when, String name, Output.Cause cause, List<Value> policies) {
    if (when.possible()) {
      Scalar policy = SamPolicies.managed(name, cause.at());
      policies.add(Conditional.only(cause.resource().scope(), when, policy));
    }
  }

  private static Setting setting(Output.Cause cause, Mapping properties, String key) {
    Scope scope = cause.resource().scope();
    return properties
        .get(key)
        .map(value -> Setting.of(scope, value))
        .orElse(Setting.absent(scope, cause.at()));
  }

  /** Generates version, alias and deployment; gives the alias's id. */
  private Optional<String> alias(Output.Cause cause, Mapping properties) {
    Resource fn = cause.resource();
    String id = fn.logicalId();
    Location at = properties.entry("AutoPublishAlias").map(Mapping.Entry::place).orElse(cause.at());
    Setting published = setting(cause, properties, "AutoPublishAlias");
    if (!published.presence().possible()) {
      return Optional.empty();
    }
    String name = published.text().values().stream().findFirst().orElse("");
    Output.Cause by = cause.at(at).under(published.presence());
    Mapping version = Nodes.at(at).put("FunctionName", Nodes.ref(id, at)).map();
    output.generate(by, id + "Version", "AWS::Lambda::Version", version);
    String aliasId = id + "Alias" + name.replaceAll("[^A-Za-z0-9]", "");
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
    Setting enabled = setting(cause, preference, "Enabled");
    Guard off = Conditional.where(enabled.present().and(enabled.isTrue().not()));
    output.generate(
        cause.under(off.not()),
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
    Value function = alias.map(a -> Nodes.ref(a, at)).orElse(Nodes.ref(id, at));
    output.generate(
        cause.under(Conditional.where(setting(cause, url, "AuthType").is("NONE"))),
        id + "UrlPublicPermissions",
        "AWS::Lambda::Permission",
        Nodes.at(at)
            .put("Action", "lambda:InvokeFunctionUrl")
            .put("FunctionName", function)
            .put("Principal", "*")
            .put("FunctionUrlAuthType", "NONE")
            .map());
  }
}
