package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Case;
import io.github.waserverless.template.Setting;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The execution role that SAM generates from {@code Policies} in any of their forms. */
final class SamPolicies {

  private static final String MANAGED = "arn:aws:iam::aws:policy/";

  private final Output output;
  private final PolicyTemplates templates;

  SamPolicies(Output output, PolicyTemplates templates) {
    this.output = output;
    this.templates = templates;
  }

  /**
   * Generates the role.
   *
   * @param principal the service that assumes it
   * @param basic managed policies that the role always has
   */
  void generateRole(Output.Cause cause, Mapping properties, String principal, List<String> basic) {
    Location at = cause.at();
    List<Value> managed = new ArrayList<>();
    basic.forEach(name -> managed.add(Scalar.text(MANAGED + name, at)));
    List<Value> inline = new ArrayList<>();
    properties.get("Policies").ifPresent(policies -> collect(cause, policies, managed, inline));
    Nodes role =
        Nodes.at(at)
            .put("AssumeRolePolicyDocument", trust(principal, at))
            .put("ManagedPolicyArns", new Sequence(managed, at))
            .put("Policies", new Sequence(inline, at))
            .copy(properties, "PermissionsBoundary");
    output.generate(cause, cause.resource().logicalId() + "Role", "AWS::IAM::Role", role.map());
  }

  private static Mapping trust(String principal, Location at) {
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
      Output.Cause cause, Value policies, List<Value> managed, List<Value> inline) {
    for (Case<Value> c : Setting.of(cause.resource().scope(), policies).cases()) {
      if (c.value() instanceof Sequence items) {
        items.items().forEach(item -> collectOne(cause, item, managed, inline));
      } else {
        collectOne(cause, c.value(), managed, inline);
      }
    }
  }

  private void collectOne(
      Output.Cause cause, Value policy, List<Value> managed, List<Value> inline) {
    for (Case<Value> c : Setting.of(cause.resource().scope(), policy).cases()) {
      if (c.value() instanceof Scalar name) {
        if (!name.isNull()) {
          managed.add(
              name.raw().startsWith("arn:")
                  ? name
                  : Scalar.text(MANAGED + name.raw(), name.location()));
        }
      } else if (c.value() instanceof Mapping mapping) {
        collectMapping(cause, mapping, inline);
      } else {
        managed.add(c.value());
      }
    }
  }

  private void collectMapping(Output.Cause cause, Mapping policy, List<Value> inline) {
    Location at = policy.location();
    if (policy.get("Statement").isPresent()) {
      inline.add(entry(cause, inline.size(), policy, Optional.empty()));
      return;
    }
    if (policy.get("Effect").isPresent() || policy.get("Action").isPresent()) {
      Mapping document = Nodes.at(at).put("Statement", Nodes.list(at, policy)).map();
      inline.add(entry(cause, inline.size(), document, Optional.empty()));
      return;
    }
    for (Mapping.Entry template : policy.entries()) {
      Location use = template.key().location();
      templates
          .statements(template.name(), Nodes.mappingOr(template.value(), use), use)
          .ifPresent(
              statements ->
                  inline.add(
                      entry(
                          cause,
                          inline.size(),
                          Nodes.at(use).put("Statement", statements).map(),
                          Optional.of(template.name()))));
    }
  }

  private static Value entry(
      Output.Cause cause, int number, Mapping document, Optional<String> template) {
    Location at = document.location();
    Nodes entry =
        Nodes.at(at)
            .put("PolicyName", cause.resource().logicalId() + "Policy" + number)
            .put("PolicyDocument", document);
    template.ifPresent(name -> entry.put("SamPolicyTemplate", name));
    return entry.map();
  }

  /** The ARN of a function or role by reference. */
  static Intrinsic arnOf(String id, Location at) {
    return (Intrinsic) Nodes.attribute(id, "Arn", at);
  }
}
