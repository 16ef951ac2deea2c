package io.github.waserverless.app;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The service that sends an event of a type of aws-lambda-java-events. */
final class EventTypes {

  private static final Map<String, Service> SENDERS =
      Map.ofEntries(
          Map.entry("SQSEvent", Service.SQS),
          Map.entry("SNSEvent", Service.SNS),
          Map.entry("S3Event", Service.S3),
          Map.entry("S3EventNotification", Service.S3),
          Map.entry("KinesisEvent", Service.KINESIS),
          Map.entry("KinesisTimeWindowEvent", Service.KINESIS),
          Map.entry("DynamodbEvent", Service.DYNAMODB),
          Map.entry("DynamodbTimeWindowEvent", Service.DYNAMODB),
          Map.entry("KafkaEvent", Service.KAFKA),
          Map.entry("ActiveMQEvent", Service.MQ),
          Map.entry("RabbitMQEvent", Service.MQ),
          Map.entry("KinesisFirehoseEvent", Service.FIREHOSE),
          Map.entry("MSKFirehoseEvent", Service.FIREHOSE),
          Map.entry("ScheduledEvent", Service.EVENTBRIDGE),
          Map.entry("CloudWatchLogsEvent", Service.LOGS),
          Map.entry("APIGatewayProxyRequestEvent", Service.API_GATEWAY),
          Map.entry("APIGatewayV2HTTPEvent", Service.API_GATEWAY),
          Map.entry("APIGatewayV2WebSocketEvent", Service.API_GATEWAY),
          Map.entry("ApplicationLoadBalancerRequestEvent", Service.LOAD_BALANCER),
          Map.entry("APIGatewayCustomAuthorizerEvent", Service.AUTHORIZER),
          Map.entry("APIGatewayV2CustomAuthorizerEvent", Service.AUTHORIZER),
          Map.entry("AppSyncLambdaAuthorizerEvent", Service.APPSYNC),
          Map.entry("CloudFormationCustomResourceEvent", Service.CLOUDFORMATION),
          Map.entry("SecretsManagerRotationEvent", Service.SECRETS_MANAGER),
          Map.entry("ConfigEvent", Service.CONFIG),
          Map.entry("CodeCommitEvent", Service.CODECOMMIT),
          Map.entry("CodePipelineEvent", Service.CODEPIPELINE),
          Map.entry("LexEvent", Service.LEX),
          Map.entry("LexV2Event", Service.LEX),
          Map.entry("ConnectEvent", Service.CONNECT),
          Map.entry("IoTButtonEvent", Service.IOT),
          Map.entry("LambdaDestinationEvent", Service.LAMBDA_DESTINATION),
          Map.entry("CloudFrontEvent", Service.CLOUDFRONT));

  /** Those that more than one service sends. */
  private static final Map<String, Set<Service>> SHARED =
      Map.of(
          "ScheduledEvent", Set.of(Service.EVENTBRIDGE, Service.SCHEDULE),
          "APIGatewayProxyRequestEvent", Set.of(Service.API_GATEWAY, Service.FUNCTION_URL),
          "APIGatewayV2HTTPEvent", Set.of(Service.API_GATEWAY, Service.FUNCTION_URL),
          "AppSyncLambdaAuthorizerEvent", Set.of(Service.AUTHORIZER, Service.APPSYNC));

  private static final String PACKAGE = "com.amazonaws.services.lambda.runtime.events.";

  private EventTypes() {}

  static Optional<Service> sender(String type) {
    if (!type.startsWith(PACKAGE)) {
      return Optional.empty();
    }
    String name = type.substring(type.lastIndexOf('.') + 1);
    return name.startsWith("Cognito")
        ? Optional.of(Service.COGNITO)
        : Optional.ofNullable(SENDERS.get(name));
  }

  /** All services that send events of a type; none when the type tells nothing. */
  static Set<Service> senders(String type) {
    return sender(type)
        .map(one -> SHARED.getOrDefault(type.substring(PACKAGE.length()), Set.of(one)))
        .orElse(Set.of());
  }
}
