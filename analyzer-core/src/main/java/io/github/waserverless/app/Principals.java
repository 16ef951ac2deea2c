package io.github.waserverless.app;

import java.util.Map;
import java.util.Optional;

/** The service principals that invoke functions. Source: AWS Service Authorization Reference. */
final class Principals {

  private static final Map<String, Service> SERVICES =
      Map.ofEntries(
          Map.entry("apigateway.amazonaws.com", Service.API_GATEWAY),
          Map.entry("elasticloadbalancing.amazonaws.com", Service.LOAD_BALANCER),
          Map.entry("appsync.amazonaws.com", Service.APPSYNC),
          Map.entry("cognito-idp.amazonaws.com", Service.COGNITO),
          Map.entry("cognito-sync.amazonaws.com", Service.COGNITO),
          Map.entry("edgelambda.amazonaws.com", Service.CLOUDFRONT),
          Map.entry("secretsmanager.amazonaws.com", Service.SECRETS_MANAGER),
          Map.entry("lex.amazonaws.com", Service.LEX),
          Map.entry("lexv2.amazonaws.com", Service.LEX),
          Map.entry("alexa-appkit.amazon.com", Service.ALEXA),
          Map.entry("alexa-connectedhome.amazon.com", Service.ALEXA),
          Map.entry("connect.amazonaws.com", Service.CONNECT),
          Map.entry("bedrock.amazonaws.com", Service.BEDROCK),
          Map.entry("s3.amazonaws.com", Service.S3),
          Map.entry("sns.amazonaws.com", Service.SNS),
          Map.entry("events.amazonaws.com", Service.EVENTBRIDGE),
          Map.entry("scheduler.amazonaws.com", Service.SCHEDULE),
          Map.entry("logs.amazonaws.com", Service.LOGS),
          Map.entry("lambda.alarms.cloudwatch.amazonaws.com", Service.CLOUDWATCH_ALARM),
          Map.entry("ses.amazonaws.com", Service.SES),
          Map.entry("iot.amazonaws.com", Service.IOT),
          Map.entry("config.amazonaws.com", Service.CONFIG),
          Map.entry("codecommit.amazonaws.com", Service.CODECOMMIT));

  private Principals() {}

  static Optional<Service> service(String principal) {
    if (principal.startsWith("logs.")) {
      return Optional.of(Service.LOGS);
    }
    return Optional.ofNullable(SERVICES.get(principal));
  }

  /** Whether a trigger of {@code declared} is why a permission names {@code principal}. */
  static boolean explains(Service declared, Service principal) {
    return declared == principal
        || (principal == Service.EVENTBRIDGE && declared == Service.SCHEDULE)
        || (declared == Service.AUTHORIZER
            && (principal == Service.API_GATEWAY || principal == Service.IOT));
  }
}
