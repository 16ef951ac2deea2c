package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names that templates give to resources, as texts to compare. */
final class PhysicalNames {

  /** What is left to deployment. */
  private static final Pattern OPEN = Pattern.compile("\\$\\{[^}]*}");

  /** No resource has a longer name. */
  private static final int LONGEST = 2048;

  /** Fewer letters do not tell one resource from another. */
  private static final int LETTERS = 4;

  private static final Map<String, String> PROPERTY_BY_TYPE =
      Map.ofEntries(
          Map.entry("AWS::SQS::Queue", "QueueName"),
          Map.entry("AWS::SNS::Topic", "TopicName"),
          Map.entry("AWS::Lambda::Function", "FunctionName"),
          Map.entry("AWS::S3::Bucket", "BucketName"),
          Map.entry("AWS::DynamoDB::Table", "TableName"),
          Map.entry("AWS::DynamoDB::GlobalTable", "TableName"),
          Map.entry("AWS::Kinesis::Stream", "Name"),
          Map.entry("AWS::Events::EventBus", "Name"),
          Map.entry("AWS::StepFunctions::StateMachine", "StateMachineName"),
          Map.entry("AWS::IAM::Role", "RoleName"),
          Map.entry("AWS::IAM::ManagedPolicy", "ManagedPolicyName"),
          Map.entry("AWS::Logs::LogGroup", "LogGroupName"),
          Map.entry("AWS::ApiGateway::RestApi", "Name"),
          Map.entry("AWS::CloudWatch::Alarm", "AlarmName"),
          Map.entry("AWS::SecretsManager::Secret", "Name"),
          Map.entry("AWS::SSM::Parameter", "Name"));

  private PhysicalNames() {}

  static List<String> of(Resource resource) {
    String property = PROPERTY_BY_TYPE.get(resource.type());
    return property == null
        ? List.of()
        : resource.property(property).renderings().stream()
            .filter(name -> !name.startsWith("${Unknown"))
            .toList();
  }

  /**
   * A name of which deployment decides a part, the stage for example, with <code>${}</code> there.
   */
  static Optional<String> pattern(String name) {
    if (!name.contains("${") || name.length() > LONGEST) {
      return Optional.empty();
    }
    String pattern = OPEN.matcher(name).replaceAll("\\${}").replaceAll("(\\$\\{})+", "\\${}");
    boolean telling =
        pattern.replace("${}", "").chars().filter(Character::isLetter).count() >= LETTERS;
    return telling && pattern.contains("${}") ? Optional.of(pattern) : Optional.empty();
  }
}
