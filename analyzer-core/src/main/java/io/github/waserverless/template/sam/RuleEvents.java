package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Value;

/** Events of EventBridge and its schedules. */
final class RuleEvents {

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
            .copy(properties, "State")
            .copy(properties, "Enabled")
            .renamed(properties, "RuleName", "Name")
            .copy(properties, "Name")
            .copy(properties, "Description")
            .put("Targets", Nodes.list(at, ruleTarget(properties)));
    output.generate(cause, id, "AWS::Events::Rule", rule.map());
    if (isFunction()) {
      output.generate(
          cause,
          id + "Permission",
          "AWS::Lambda::Permission",
          permission(target, "events.amazonaws.com", Nodes.attribute(id, "Arn", at), at));
    }
  }

  private Mapping ruleTarget(Mapping properties) {
    Location at = cause.at();
    Nodes node =
        Nodes.at(at)
            .put("Arn", target)
            .put("Id", id + "Target")
            .copy(properties, "Input")
            .copy(properties, "InputPath")
            .copy(properties, "RetryPolicy");
    deadLetters(properties, node);
    return node.map();
  }

  private void deadLetters(Mapping properties, Nodes into) {
    properties
        .get("DeadLetterConfig")
        .ifPresent(
            config ->
                into.put(
                    "DeadLetterConfig",
                    new SamDestinations(output, cause, id).deadLetterConfig(config)));
  }

  private void schedule(Mapping properties) {
    Location at = cause.at();
    Nodes node =
        Nodes.at(at)
            .put("Arn", target)
            .copy(properties, "RoleArn")
            .copy(properties, "Input")
            .copy(properties, "RetryPolicy");
    deadLetters(properties, node);
    output.generate(
        cause,
        id,
        "AWS::Scheduler::Schedule",
        Nodes.at(at)
            .copy(properties, "ScheduleExpression")
            .copy(properties, "FlexibleTimeWindow")
            .copy(properties, "State")
            .copy(properties, "Name")
            .copy(properties, "Description")
            .put("Target", node.map())
            .map());
  }

  private boolean isFunction() {
    return output
        .get(cause.resource().logicalId())
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
