package io.github.waserverless.app;

/** A service that invokes functions, or that a function consumes from. */
public enum Service {
  API_GATEWAY("an API", InvocationMode.SYNC),
  AUTHORIZER("an API authorizer", InvocationMode.SYNC),
  FUNCTION_URL("a function URL", InvocationMode.SYNC),
  LOAD_BALANCER("a load balancer", InvocationMode.SYNC),
  APPSYNC("AppSync", InvocationMode.SYNC),
  COGNITO("Cognito", InvocationMode.SYNC),
  STEP_FUNCTIONS("Step Functions", InvocationMode.SYNC),
  CLOUDFRONT("CloudFront", InvocationMode.SYNC),
  FIREHOSE("Firehose", InvocationMode.SYNC),
  SECRETS_MANAGER("Secrets Manager", InvocationMode.SYNC),
  LEX("Lex", InvocationMode.SYNC),
  ALEXA("Alexa", InvocationMode.SYNC),
  CONNECT("Connect", InvocationMode.SYNC),
  BEDROCK("Bedrock", InvocationMode.SYNC),
  CLOUDFORMATION("a custom resource", InvocationMode.SYNC),
  CODEDEPLOY("CodeDeploy", InvocationMode.SYNC),
  PIPE("a pipe", InvocationMode.SYNC),
  S3("S3", InvocationMode.ASYNC),
  SNS("SNS", InvocationMode.ASYNC),
  EVENTBRIDGE("EventBridge", InvocationMode.ASYNC),
  SCHEDULE("a schedule", InvocationMode.ASYNC),
  LOGS("CloudWatch Logs", InvocationMode.ASYNC),
  CLOUDWATCH_ALARM("a CloudWatch alarm", InvocationMode.ASYNC),
  SES("SES", InvocationMode.ASYNC),
  IOT("IoT", InvocationMode.ASYNC),
  CONFIG("Config", InvocationMode.ASYNC),
  CODEPIPELINE("CodePipeline", InvocationMode.ASYNC),
  CODECOMMIT("CodeCommit", InvocationMode.ASYNC),
  LAMBDA_DESTINATION("a Lambda destination", InvocationMode.ASYNC),
  SQS("SQS", InvocationMode.POLL),
  KINESIS("Kinesis", InvocationMode.POLL),
  DYNAMODB("DynamoDB streams", InvocationMode.POLL),
  KAFKA("Kafka", InvocationMode.POLL),
  MQ("Amazon MQ", InvocationMode.POLL),
  DOCUMENTDB("DocumentDB", InvocationMode.POLL),
  OTHER("another service", InvocationMode.SYNC);

  private final String words;
  private final InvocationMode mode;

  Service(String words, InvocationMode mode) {
    this.words = words;
    this.mode = mode;
  }

  /** The service in words that fit into a sentence. */
  public String inWords() {
    return words;
  }

  /** How the service invokes functions unless told otherwise. */
  public InvocationMode mode() {
    return mode;
  }

  /** Whether its records come in an order that a failing one holds up. */
  public boolean isStream() {
    return this == KINESIS || this == DYNAMODB;
  }
}
