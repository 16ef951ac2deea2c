package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Connectors, as the policies that they add to the role of their source. Source: AWS SAM Developer
 * Guide, "AWS::Serverless::Connector".
 */
final class Connectors {

  private static final Map<String, List<String>> WRITES =
      Map.of(
          "AWS::Lambda::Function", List.of("lambda:InvokeAsync", "lambda:InvokeFunction"),
          "AWS::SQS::Queue", List.of("sqs:DeleteMessage", "sqs:SendMessage"),
          "AWS::SNS::Topic", List.of("sns:Publish"),
          "AWS::DynamoDB::Table", List.of("dynamodb:PutItem", "dynamodb:UpdateItem"),
          "AWS::S3::Bucket", List.of("s3:PutObject", "s3:DeleteObject"),
          "AWS::StepFunctions::StateMachine", List.of("states:StartExecution"),
          "AWS::Events::EventBus", List.of("events:PutEvents"));
  private static final Map<String, List<String>> READS =
      Map.of(
          "AWS::SQS::Queue", List.of("sqs:ReceiveMessage", "sqs:GetQueueAttributes"),
          "AWS::DynamoDB::Table", List.of("dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"),
          "AWS::S3::Bucket", List.of("s3:GetObject", "s3:ListBucket"),
          "AWS::StepFunctions::StateMachine", List.of("states:DescribeExecution"));

  private final Output output;

  Connectors(Output output) {
    this.output = output;
  }

  /** A connector that is a resource of its own. */
  void expand(Output.Cause cause, Mapping properties) {
    id(properties.get("Source")).ifPresent(source -> connect(cause, source, properties));
  }

  /** The connectors that stand inside of their source. */
  void expandEmbedded(Resource source) {
    if (source.body().get("Connectors").orElse(null) instanceof Mapping connectors) {
      for (Mapping.Entry entry : connectors.entries()) {
        Output.Cause cause = new Output.Cause(source, entry.key().location(), Guard.ALWAYS);
        if (entry.value() instanceof Mapping connector
            && connector.get("Properties").orElse(null) instanceof Mapping properties) {
          connect(cause, source.logicalId(), properties);
        }
      }
    }
  }

  private static Optional<String> id(Optional<Value> end) {
    return end.filter(Mapping.class::isInstance)
        .flatMap(e -> ((Mapping) e).get("Id"))
        .filter(Scalar.class::isInstance)
        .map(s -> ((Scalar) s).raw());
  }

  private void connect(Output.Cause cause, String source, Mapping properties) {
    Optional<Resource> role = output.get(source + "Role");
    Value destinations = properties.get("Destination").orElse(properties);
    for (Value destination :
        destinations instanceof Sequence list ? list.items() : List.of(destinations)) {
      Optional<Resource> target = id(Optional.of(destination)).flatMap(output::get);
      if (role.isPresent() && target.isPresent()) {
        policy(cause, role.get(), target.get(), properties.get("Permissions"));
      }
    }
  }

  private void policy(
      Output.Cause cause, Resource role, Resource target, Optional<Value> permissions) {
    Location at = cause.at();
    List<Value> actions = new ArrayList<>();
    for (Value permission :
        permissions.orElse(null) instanceof Sequence list ? list.items() : List.<Value>of()) {
      boolean writes = permission instanceof Scalar word && word.raw().equals("Write");
      (writes ? WRITES : READS)
          .getOrDefault(target.type(), List.of())
          .forEach(action -> actions.add(Scalar.text(action, at)));
    }
    if (actions.isEmpty()) {
      return;
    }
    Mapping statement =
        Nodes.at(at)
            .put("Effect", "Allow")
            .put("Action", new Sequence(actions, at))
            .put("Resource", SamPolicies.arnOf(target.logicalId(), at))
            .map();
    output.generate(
        cause,
        role.logicalId() + "To" + target.logicalId() + "Policy",
        "AWS::IAM::ManagedPolicy",
        Nodes.at(at)
            .put("Roles", Nodes.list(at, Nodes.ref(role.logicalId(), at)))
            .put("PolicyDocument", Nodes.at(at).put("Statement", Nodes.list(at, statement)).map())
            .map());
  }
}
