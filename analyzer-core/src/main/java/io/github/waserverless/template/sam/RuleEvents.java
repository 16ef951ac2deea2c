package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.Locale;
import java.util.Set;

/** Events of EventBridge and its schedules. */
final class RuleEvents {

  private static final Set<String> OF_THE_TARGET =
      Set.of(
          "Input", "RetryPolicy", "DeadLetterConfig", "RoleArn", "PermissionsBoundary", "OmitName");
  private static final Set<String> OFF = Set.of("false", "no", "off");

  private final Output output;
  private final Output.Cause cause;
  private final String id;
  private final Value target;

  RuleEvents(Output output, Output.Cause cause, String id, Value target) {
    this.output = output;
    this.cause = cause;
    this.id = id;
    this.target = target;
  }

  void expand(String type, Mapping properties) {
    if (type.equals("ScheduleV2")) {
      schedule(properties);
      return;
    }
    Location at = cause.at();
    Nodes rule =
        Nodes.at(at)
            .renamed(properties, "Pattern", "EventPattern")
            .copy(properties, "EventBusName")
            .renamed(properties, "Schedule", "ScheduleExpression")
            .renamed(properties, "RuleName", "Name")
            .copy(properties, "Name")
            .copy(properties, "Description")
            .put("Targets", Nodes.list(at, ruleTarget(properties)));
    addState(properties, rule);
    output.generate(cause, id, "AWS::Events::Rule", rule.map());
    if (isFunction(cause.resource(), output)) {
      output.generate(
          cause,
          id + "Permission",
          "AWS::Lambda::Permission",
          permission(target, "events.amazonaws.com", SamPolicies.arnOf(id, at), at));
    }
  }

  /** SAM lets {@code Enabled} say what a rule calls its state. */
  private void addState(Mapping properties, Nodes rule) {
    if (properties.get("State").isPresent()) {
      rule.copy(properties, "State");
      return;
    }
    properties
        .get("Enabled")
        .map(enabled -> Conditional.eachBranch(cause, enabled, (c, value) -> state(value)))
        .ifPresent(state -> rule.replaced(properties, "Enabled", "State", state));
  }

  private static Value state(Value enabled) {
    if (!(enabled instanceof Scalar word) || word.isNull()) {
      return enabled;
    }
    boolean off = OFF.contains(word.raw().toLowerCase(Locale.ROOT));
    return Scalar.text(off ? "DISABLED" : "ENABLED", word.location());
  }

  private Mapping ruleTarget(Mapping properties) {
    Mapping named = Nodes.mappingOr(properties.get("Target").orElse(null), cause.at());
    Nodes node = Nodes.at(cause.at()).put("Arn", target);
    if (named.get("Id").isPresent()) {
      node.copy(named, "Id");
    } else {
      node.put("Id", id + "Target");
    }
    node.copy(properties, "Input")
        .copy(properties, "InputPath")
        .copy(properties, "InputTransformer")
        .copy(properties, "RetryPolicy");
    deadLetters(properties, node, true);
    if (!isFunction(cause.resource(), output)) {
      role(properties, "events.amazonaws.com", node);
    }
    return node.map();
  }

  private void deadLetters(Mapping properties, Nodes into, boolean ofRule) {
    properties
        .entry("DeadLetterConfig")
        .ifPresent(
            e ->
                into.put(
                    e.key(),
                    new SamDestinations(output, cause, id).deadLetterConfig(e.value(), ofRule)));
  }

  private void schedule(Mapping properties) {
    Location at = cause.at();
    Nodes node =
        Nodes.at(at).put("Arn", target).copy(properties, "Input").copy(properties, "RetryPolicy");
    deadLetters(properties, node, false);
    role(properties, "scheduler.amazonaws.com", node);
    output.generate(
        cause,
        id,
        "AWS::Scheduler::Schedule",
        Nodes.at(at).copyAllBut(properties, OF_THE_TARGET).put("Target", node.map()).map());
  }

  /** The role through which a target is invoked: the named one, or a generated one. */
  private void role(Mapping properties, String principal, Nodes node) {
    if (properties.get("RoleArn").isPresent()) {
      node.copy(properties, "RoleArn");
    } else {
      invokeRole(output, cause, id, principal, target);
      node.put("RoleArn", SamPolicies.arnOf(id + "Role", cause.at()));
    }
  }

  /** Generates the role of an event through which a service invokes its target. */
  static void invokeRole(
      Output output, Output.Cause cause, String event, String principal, Value target) {
    Location at = cause.at();
    boolean function = isFunction(cause.resource(), output);
    Mapping statement =
        Nodes.at(at)
            .put("Effect", "Allow")
            .put("Action", function ? "lambda:InvokeFunction" : "states:StartExecution")
            .put("Resource", target)
            .map();
    Mapping policy =
        Nodes.at(at)
            .put("PolicyName", event + "Policy")
            .put("PolicyDocument", Nodes.at(at).put("Statement", Nodes.list(at, statement)).map())
            .map();
    output.generate(
        cause,
        event + "Role",
        "AWS::IAM::Role",
        Nodes.at(at)
            .put("AssumeRolePolicyDocument", SamPolicies.trust(principal, at))
            .put("Policies", Nodes.list(at, policy))
            .map());
  }

  /** Whether events invoke a function, rather than start a state machine. */
  static boolean isFunction(Resource resource, Output output) {
    return output
        .get(resource.logicalId())
        .filter(r -> r.type().equals("AWS::Lambda::Function"))
        .isPresent();
  }

  /** A permission to invoke a function, for one source. */
  static Mapping permission(Value function, String principal, Value source, Location at) {
    return Nodes.at(at)
        .put("Action", "lambda:InvokeFunction")
        .put("FunctionName", function)
        .put("Principal", principal)
        .put("SourceArn", source)
        .map();
  }
}
