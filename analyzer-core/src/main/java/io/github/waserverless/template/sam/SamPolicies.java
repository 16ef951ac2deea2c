package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Case;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Scope;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The execution role that SAM generates from {@code Policies} in any of their forms. */
final class SamPolicies {

  private static final String MANAGED = "arn:aws:iam::aws:policy/";

  private static final Set<String> SERVICE_ROLES =
      Set.of(
          "AWSLambdaBasicExecutionRole",
          "AWSLambdaDynamoDBExecutionRole",
          "AWSLambdaENIManagementAccess",
          "AWSLambdaKinesisExecutionRole",
          "AWSLambdaMSKExecutionRole",
          "AWSLambdaRole",
          "AWSLambdaSQSQueueExecutionRole",
          "AWSLambdaVPCAccessExecutionRole");

  private final Output output;
  private final PolicyTemplates templates;

  SamPolicies(Output output, PolicyTemplates templates) {
    this.output = output;
    this.templates = templates;
  }

  /**
   * The role to run with: the one that is named, or a generated one where none is.
   *
   * @param principal the service that assumes it
   * @param basic managed policies that a generated role always has
   */
  Value role(Output.Cause cause, Mapping properties, String principal, List<Value> basic) {
    String id = cause.resource().logicalId() + "Role";
    Value generated = arnOf(id, cause.at());
    Optional<Value> named = properties.get("Role");
    Guard unnamed =
        named
            .map(role -> Setting.of(cause.resource().scope(), role).presence().not())
            .orElse(Guard.ALWAYS);
    if (unnamed.possible()) {
      generateRole(cause.under(unnamed), id, properties, principal, basic);
    }
    return named
        .map(
            role ->
                Conditional.eachBranch(
                    cause, role, (c, r) -> Conditional.isNothing(r) ? generated : r))
        .orElse(generated);
  }

  private void generateRole(
      Output.Cause cause, String id, Mapping properties, String principal, List<Value> basic) {
    Location at = cause.at();
    List<Value> managed = new ArrayList<>(basic);
    List<Value> inline = new ArrayList<>();
    properties
        .get("Policies")
        .ifPresent(policies -> collect(cause, policies, Guard.ALWAYS, managed, inline));
    Nodes role =
        Nodes.at(at)
            .put("AssumeRolePolicyDocument", trust(principal, at))
            .put("ManagedPolicyArns", new Sequence(managed, at))
            .put("Policies", new Sequence(inline, at))
            .copy(properties, "PermissionsBoundary");
    output.generate(cause, id, "AWS::IAM::Role", role.map());
  }

  /** A policy that lets a service assume the role that has it. */
  static Mapping trust(String principal, Location at) {
    return Nodes.at(at)
        .put(
            "Statement",
            Nodes.list(
                at,
                Nodes.at(at)
                    .put("Effect", "Allow")
                    .put("Principal", Nodes.at(at).put("Service", principal).map())
                    .put("Action", "sts:AssumeRole")
                    .map()))
        .map();
  }

  private void collect(
      Output.Cause cause, Value policies, Guard when, List<Value> managed, List<Value> inline) {
    Scope scope = cause.resource().scope();
    for (Case<Value> c : Setting.of(scope, policies).cases()) {
      Guard both = when.and(c.when());
      if (c.value() instanceof Sequence items && when == Guard.ALWAYS) {
        items.items().forEach(item -> collect(cause, item, both, managed, inline));
      } else if (c.value() instanceof Mapping mapping) {
        documents(mapping, cause.resource().logicalId(), inline.size())
            .forEach(entry -> inline.add(Conditional.only(scope, both, entry)));
      } else if (!Conditional.isNothing(c.value())) {
        managed.add(Conditional.only(scope, both, managed(c.value())));
      }
    }
  }

  private static Value managed(Value policy) {
    return policy instanceof Scalar name && !name.raw().startsWith("arn:")
        ? managed(name.raw(), name.location())
        : policy;
  }

  /** The ARN of one of AWS's managed policies. */
  static Scalar managed(String name, Location at) {
    String path = SERVICE_ROLES.contains(name) ? "service-role/" : "";
    return Scalar.text(MANAGED + path + name, at);
  }

  /** The inline policies that an entry of {@code Policies} stands for. */
  private List<Value> documents(Mapping policy, String owner, int number) {
    Location at = policy.location();
    if (policy.get("Statement").isPresent()) {
      return List.of(entry(owner + "Policy" + number, policy, Optional.empty()));
    }
    if (policy.get("Effect").isPresent() || policy.get("Action").isPresent()) {
      Mapping document = Nodes.at(at).put("Statement", Nodes.list(at, policy)).map();
      return List.of(entry(owner + "Policy" + number, document, Optional.empty()));
    }
    List<Value> entries = new ArrayList<>();
    for (Mapping.Entry template : policy.entries()) {
      Location use = template.key().location();
      String name = owner + "Policy" + (number + entries.size());
      templates
          .statements(template.name(), Nodes.mappingOr(template.value(), use), use)
          .map(statements -> Nodes.at(use).put("Statement", statements).map())
          .map(document -> entry(name, document, Optional.of(template.name())))
          .ifPresent(entries::add);
    }
    return entries;
  }

  private static Value entry(String name, Mapping document, Optional<String> template) {
    Nodes entry =
        Nodes.at(document.location()).put("PolicyName", name).put("PolicyDocument", document);
    template.ifPresent(t -> entry.put("SamPolicyTemplate", t));
    return entry.map();
  }

  /** The ARN of a function or role by reference. */
  static Intrinsic arnOf(String id, Location at) {
    return (Intrinsic) Nodes.attribute(id, "Arn", at);
  }
}
