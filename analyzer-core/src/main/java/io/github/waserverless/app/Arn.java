package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an Amazon Resource Name tells before it is complete. */
public final class Arn {

  private static final String PART = "(?:\\$\\{[^}]*}|[^:])*+";
  private static final Pattern SERVICE =
      Pattern.compile("arn:" + PART + ":([a-z0-9-]+):.*", Pattern.DOTALL);

  private static final Map<String, String> BY_TYPE =
      Map.ofEntries(
          Map.entry("AWS::CloudWatch::Alarm", "cloudwatch"),
          Map.entry("AWS::Cognito::UserPool", "cognito-idp"),
          Map.entry("AWS::DynamoDB::GlobalTable", "dynamodb"),
          Map.entry("AWS::DynamoDB::Table", "dynamodb"),
          Map.entry("AWS::ElasticLoadBalancingV2::TargetGroup", "elasticloadbalancing"),
          Map.entry("AWS::Events::EventBus", "events"),
          Map.entry("AWS::Events::Rule", "events"),
          Map.entry("AWS::IoT::TopicRule", "iot"),
          Map.entry("AWS::Kinesis::Stream", "kinesis"),
          Map.entry("AWS::KinesisFirehose::DeliveryStream", "firehose"),
          Map.entry("AWS::Lambda::Alias", "lambda"),
          Map.entry("AWS::Lambda::Function", "lambda"),
          Map.entry("AWS::Lambda::Version", "lambda"),
          Map.entry("AWS::Logs::LogGroup", "logs"),
          Map.entry("AWS::S3::Bucket", "s3"),
          Map.entry("AWS::SNS::Topic", "sns"),
          Map.entry("AWS::SQS::Queue", "sqs"),
          Map.entry("AWS::Scheduler::Schedule", "scheduler"),
          Map.entry("AWS::SecretsManager::Secret", "secretsmanager"),
          Map.entry("AWS::StepFunctions::StateMachine", "states"));

  private Arn() {}

  /** The service that the resource belongs to: {@code sqs}, {@code execute-api} … */
  public static Optional<String> service(String arn) {
    Matcher parts = SERVICE.matcher(arn);
    return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
  }

  /** The service of what a setting names, by its ARN or by what it refers to. */
  public static Optional<String> service(Setting named, Application app) {
    List<String> texts = named.renderings();
    Optional<String> written = texts.size() == 1 ? service(texts.get(0)) : Optional.empty();
    if (written.isPresent() || texts.size() != 1 || texts.get(0).startsWith("arn:")) {
      return written;
    }
    List<Resource> targets = List.copyOf(app.targets(named));
    return targets.size() == 1
        ? Optional.ofNullable(BY_TYPE.get(targets.get(0).type()))
        : Optional.empty();
  }
}
