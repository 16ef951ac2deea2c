package io.github.waserverless.app;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where each resource type names the functions that it invokes. Source: AWS CloudFormation Template
 * Reference; the modes are those of the AWS Lambda Developer Guide.
 */
final class TriggerSources {

  /** A setting that names a function to invoke. */
  record Source(Setting target, Service service, InvocationMode mode, Location place) {

    Source(Setting target, Service service) {
      this(target, service, service.mode(), target.place());
    }
  }

  private record Path(Service service, List<String> keys) {}

  private static final Map<String, List<Path>> SIMPLE =
      Map.ofEntries(
          Map.entry("AWS::Scheduler::Schedule", List.of(path(Service.SCHEDULE, "Target", "Arn"))),
          Map.entry("AWS::Logs::SubscriptionFilter", List.of(path(Service.LOGS, "DestinationArn"))),
          Map.entry(
              "AWS::ApiGateway::Method", List.of(path(Service.API_GATEWAY, "Integration", "Uri"))),
          Map.entry("AWS::ApiGateway::RestApi", List.of(path(Service.API_GATEWAY, "Body"))),
          Map.entry(
              "AWS::ApiGateway::Authorizer", List.of(path(Service.AUTHORIZER, "AuthorizerUri"))),
          Map.entry(
              "AWS::ApiGatewayV2::Authorizer", List.of(path(Service.AUTHORIZER, "AuthorizerUri"))),
          Map.entry(
              "AWS::ApiGatewayV2::Integration",
              List.of(path(Service.API_GATEWAY, "IntegrationUri"))),
          Map.entry(
              "AWS::ApiGatewayV2::Api",
              List.of(path(Service.API_GATEWAY, "Target"), path(Service.API_GATEWAY, "Body"))),
          Map.entry("AWS::Lambda::Url", List.of(path(Service.FUNCTION_URL, "TargetFunctionArn"))),
          Map.entry("AWS::Cognito::UserPool", List.of(path(Service.COGNITO, "LambdaConfig"))),
          Map.entry(
              "AWS::AppSync::DataSource",
              List.of(path(Service.APPSYNC, "LambdaConfig", "LambdaFunctionArn"))),
          Map.entry(
              "AWS::AppSync::GraphQLApi",
              List.of(path(Service.AUTHORIZER, "LambdaAuthorizerConfig"))),
          Map.entry(
              "AWS::SecretsManager::RotationSchedule",
              List.of(path(Service.SECRETS_MANAGER, "RotationLambdaARN"))),
          Map.entry(
              "AWS::Config::ConfigRule",
              List.of(path(Service.CONFIG, "Source", "SourceIdentifier"))),
          Map.entry(
              "AWS::IoT::TopicRule", List.of(path(Service.IOT, "TopicRulePayload", "Actions"))),
          Map.entry(
              "AWS::IoT::Authorizer", List.of(path(Service.AUTHORIZER, "AuthorizerFunctionArn"))),
          Map.entry("AWS::CodeDeploy::DeploymentGroup", List.of(path(Service.CODEDEPLOY, "Hooks"))),
          Map.entry("AWS::CodePipeline::Pipeline", List.of(path(Service.CODEPIPELINE, "Stages"))),
          Map.entry(
              "AWS::CloudFront::Distribution",
              List.of(path(Service.CLOUDFRONT, "DistributionConfig"))),
          Map.entry(
              "AWS::ElasticLoadBalancingV2::TargetGroup",
              List.of(path(Service.LOAD_BALANCER, "Targets"))),
          Map.entry("AWS::Bedrock::Agent", List.of(path(Service.BEDROCK, "ActionGroups"))),
          Map.entry(
              "AWS::KinesisFirehose::DeliveryStream",
              List.of(
                  path(
                      Service.FIREHOSE,
                      "ExtendedS3DestinationConfiguration",
                      "ProcessingConfiguration"))),
          Map.entry(
              "AWS::CloudWatch::Alarm", List.of(path(Service.CLOUDWATCH_ALARM, "AlarmActions"))));

  private TriggerSources() {}

  private static Path path(Service service, String... keys) {
    return new Path(service, List.of(keys));
  }

  static List<Source> of(Resource resource) {
    List<Source> sources = new ArrayList<>();
    for (Path path : SIMPLE.getOrDefault(resource.type(), List.of())) {
      Setting setting = resource.property(path.keys().toArray(String[]::new));
      if (setting.present().canHold()) {
        sources.add(new Source(setting.document(), path.service()));
      }
    }
    switch (resource.type()) {
      case "AWS::Events::Rule" -> addRule(resource, sources);
      case "AWS::Pipes::Pipe" -> addPipe(resource, sources);
      case "AWS::SNS::Subscription" -> addSubscription(resource, sources);
      case "AWS::SNS::Topic" -> addInlineSubscriptions(resource, sources);
      case "AWS::S3::Bucket" -> addNotifications(resource, sources);
      case "AWS::SES::ReceiptRule" -> addReceiptActions(resource, sources);
      case "AWS::Lambda::EventInvokeConfig" -> addDestinations(resource, sources);
      case "AWS::Lambda::Alias" -> addTrafficHooks(resource, sources);
      default -> addServiceToken(resource, sources);
    }
    return sources;
  }

  private static void addRule(Resource rule, List<Source> sources) {
    Service service =
        rule.property("ScheduleExpression").present().canHold()
            ? Service.SCHEDULE
            : Service.EVENTBRIDGE;
    for (Setting target : rule.property("Targets").items()) {
      sources.add(
          new Source(target.get("Arn"), service, service.mode(), placeOf(rule, target.get("Arn"))));
    }
  }

  private static Location placeOf(Resource resource, Setting setting) {
    return resource.declared() ? setting.place() : resource.location();
  }

  private static void addPipe(Resource pipe, List<Source> sources) {
    sources.add(new Source(pipe.property("Enrichment"), Service.PIPE));
    String type =
        pipe.property("TargetParameters", "LambdaFunctionParameters", "InvocationType")
            .text()
            .certain()
            .orElse("REQUEST_RESPONSE");
    Setting target = pipe.property("Target");
    sources.add(
        new Source(
            target,
            Service.PIPE,
            type.equals("FIRE_AND_FORGET") ? InvocationMode.ASYNC : InvocationMode.SYNC,
            target.place()));
  }

  private static void addSubscription(Resource subscription, List<Source> sources) {
    if (subscription.property("Protocol").is("lambda").canHold()) {
      Setting endpoint = subscription.property("Endpoint");
      sources.add(
          new Source(endpoint, Service.SNS, InvocationMode.ASYNC, placeOf(subscription, endpoint)));
    }
  }

  private static void addInlineSubscriptions(Resource topic, List<Source> sources) {
    for (Setting subscription : topic.property("Subscription").items()) {
      if (subscription.get("Protocol").is("lambda").canHold()) {
        sources.add(new Source(subscription.get("Endpoint"), Service.SNS));
      }
    }
  }

  private static void addNotifications(Resource bucket, List<Source> sources) {
    for (Setting notification :
        bucket.property("NotificationConfiguration", "LambdaConfigurations").items()) {
      sources.add(new Source(notification.get("Function"), Service.S3));
    }
  }

  private static void addReceiptActions(Resource rule, List<Source> sources) {
    for (Setting action : rule.property("Rule", "Actions").items()) {
      Setting function = action.get("LambdaAction", "FunctionArn");
      boolean waits =
          action.get("LambdaAction", "InvocationType").is("RequestResponse").alwaysHolds();
      sources.add(
          new Source(
              function,
              Service.SES,
              waits ? InvocationMode.SYNC : InvocationMode.ASYNC,
              function.place()));
    }
  }

  private static void addDestinations(Resource config, List<Source> sources) {
    for (String kind : List.of("OnSuccess", "OnFailure")) {
      sources.add(
          new Source(
              config.property("DestinationConfig", kind, "Destination"),
              Service.LAMBDA_DESTINATION));
    }
  }

  private static void addTrafficHooks(Resource alias, List<Source> sources) {
    for (String hook : List.of("BeforeAllowTrafficHook", "AfterAllowTrafficHook")) {
      Setting function =
          alias.attribute("UpdatePolicy").get("CodeDeployLambdaAliasUpdate").get(hook);
      sources.add(new Source(function, Service.CODEDEPLOY));
    }
  }

  private static void addServiceToken(Resource resource, List<Source> sources) {
    boolean custom =
        resource.type().startsWith("Custom::")
            || resource.type().toLowerCase(Locale.ROOT).endsWith("::customresource");
    if (custom) {
      sources.add(new Source(resource.property("ServiceToken"), Service.CLOUDFORMATION));
    }
  }
}
