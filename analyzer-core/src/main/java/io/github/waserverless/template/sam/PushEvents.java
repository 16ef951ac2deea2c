package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Reference;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Events that a service pushes to a function: topics, buckets, user pools, log groups … */
final class PushEvents {

  private final Output output;
  private final Output.Cause cause;
  private final String id;
  private final Value target;

  PushEvents(Output output, Output.Cause cause, String id, Value target) {
    this.output = output;
    this.cause = cause;
    this.id = id;
    this.target = target;
  }

  void expand(String type, Mapping properties) {
    switch (type) {
      case "SNS" -> subscription(properties);
      case "S3" -> notifications(properties);
      case "Cognito" -> userPool(properties);
      case "IoTRule" -> topicRule(properties);
      case "CloudWatchLogs" -> logs(properties);
      case "AlexaSkill" -> skill(properties);
      default -> {}
    }
  }

  private void permit(String principal, Value source) {
    output.generate(
        cause,
        id + "Permission",
        "AWS::Lambda::Permission",
        RuleEvents.permission(target, principal, source, cause.at()));
  }

  private void subscription(Mapping properties) {
    Location at = cause.at();
    Optional<Value> queue = properties.get("SqsSubscription");
    Value topic = properties.get("Topic").orElse(target);
    boolean throughQueue = queue.filter(q -> q instanceof Mapping || isTrue(q)).isPresent();
    Nodes subscription =
        Nodes.at(at)
            .renamed(properties, "Topic", "TopicArn")
            .put("Protocol", throughQueue ? "sqs" : "lambda")
            .put("Endpoint", throughQueue ? queueOf(queue.orElse(target), topic) : target)
            .copyAllBut(properties, Set.of("Topic", "SqsSubscription"));
    output.generate(cause, id, "AWS::SNS::Subscription", subscription.map());
    if (!throughQueue) {
      permit("sns.amazonaws.com", topic);
    }
  }

  private static boolean isTrue(Value value) {
    return value instanceof Scalar scalar && scalar.raw().equalsIgnoreCase("true");
  }

  /** The queue between topic and function, with its mapping: SAM creates it, or it is named. */
  private Value queueOf(Value option, Value topic) {
    Location at = cause.at();
    Mapping named = Nodes.mappingOr(option, at);
    Optional<Value> given = named.get("QueueArn");
    Value arn = given.orElseGet(() -> Nodes.attribute(id + "Queue", "Arn", at));
    Optional<Value> url =
        given.isPresent() ? named.get("QueueUrl") : Optional.of(Nodes.ref(id + "Queue", at));
    if (given.isEmpty()) {
      output.generate(cause, id + "Queue", "AWS::SQS::Queue", Nodes.at(at).map());
    }
    String policy =
        named.get("QueuePolicyLogicalId").orElse(null) instanceof Scalar name
            ? name.raw()
            : id + "QueuePolicy";
    url.map(u -> SamDestinations.queuePolicy(u.at(at), arn, "sns.amazonaws.com", topic))
        .ifPresent(body -> output.generate(cause, policy, "AWS::SQS::QueuePolicy", body));
    poll(named, arn);
    return arn;
  }

  private void poll(Mapping named, Value arn) {
    Location at = cause.at();
    Nodes mapping =
        Nodes.at(at)
            .put("FunctionName", target)
            .put("EventSourceArn", arn)
            .copy(named, "BatchSize")
            .copy(named, "Enabled");
    output.generateWith(
        cause,
        id + "EventSourceMapping",
        "AWS::Lambda::EventSourceMapping",
        Nodes.at(at).put("SamEventType", "SQS").put("Properties", mapping.map()).map());
  }

  private void notifications(Mapping properties) {
    Location at = cause.at();
    Value events = properties.get("Events").orElse(Scalar.text("", at));
    List<Value> names = events instanceof Sequence list ? list.items() : List.of(events);
    List<Value> configurations =
        names.stream()
            .map(
                name ->
                    (Value)
                        Nodes.at(at)
                            .put("Event", name)
                            .put("Function", target)
                            .copy(properties, "Filter")
                            .map())
            .toList();
    referred(properties, "Bucket")
        .ifPresent(
            bucket ->
                output.extend(
                    bucket,
                    cause,
                    List.of("NotificationConfiguration", "LambdaConfigurations"),
                    configurations));
    permit("s3.amazonaws.com", properties.get("Bucket").orElse(target));
  }

  private static Optional<String> referred(Mapping properties, String key) {
    return properties.get(key).stream()
        .flatMap(v -> Reference.in(v).stream())
        .map(Reference::name)
        .findFirst();
  }

  private void userPool(Mapping properties) {
    Value triggers = properties.get("Trigger").orElse(Scalar.text("", cause.at()));
    List<Value> names = triggers instanceof Sequence list ? list.items() : List.of(triggers);
    Optional<String> pool = referred(properties, "UserPool");
    for (Value name : names) {
      if (name instanceof Scalar trigger && pool.isPresent()) {
        output.set(pool.get(), cause, List.of("LambdaConfig", trigger.raw()), target);
      }
    }
    permit("cognito-idp.amazonaws.com", properties.get("UserPool").orElse(target));
  }

  private void topicRule(Mapping properties) {
    Location at = cause.at();
    Mapping action =
        Nodes.at(at).put("Lambda", Nodes.at(at).put("FunctionArn", target).map()).map();
    Mapping payload =
        Nodes.at(at)
            .copy(properties, "Sql")
            .copy(properties, "AwsIotSqlVersion")
            .put("Actions", Nodes.list(at, action))
            .map();
    output.generate(
        cause, id, "AWS::IoT::TopicRule", Nodes.at(at).put("TopicRulePayload", payload).map());
    permit("iot.amazonaws.com", Nodes.attribute(id, "Arn", at));
  }

  private void logs(Mapping properties) {
    Location at = cause.at();
    output.generate(
        cause,
        id,
        "AWS::Logs::SubscriptionFilter",
        Nodes.at(at)
            .copy(properties, "LogGroupName")
            .copy(properties, "FilterPattern")
            .put("DestinationArn", target)
            .map());
    permit("logs.amazonaws.com", properties.get("LogGroupName").orElse(target));
  }

  private void skill(Mapping properties) {
    Location at = cause.at();
    output.generate(
        cause,
        id + "Permission",
        "AWS::Lambda::Permission",
        Nodes.at(at)
            .put("Action", "lambda:InvokeFunction")
            .put("FunctionName", target)
            .put("Principal", "alexa-appkit.amazon.com")
            .renamed(properties, "SkillId", "EventSourceToken")
            .map());
  }
}
