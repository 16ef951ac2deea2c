package io.github.waserverless.template.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of event, as the resources that it becomes. */
class FunctionEventsTest {

  private static final String MAPPING = "AWS::Lambda::EventSourceMapping";

  @ParameterizedTest
  @CsvSource({
    "SQS, Queue",
    "Kinesis, Stream",
    "DynamoDB, Stream",
    "MSK, Stream",
    "MQ, Broker",
    "DocumentDB, Cluster"
  })
  void polledSource(String type, String source) {
    Expansion e = Expansion.ofEvent(type, source + ": arn:x\nBatchSize: 7");
    assertEquals(MAPPING, e.type("FnEvent"));
    assertEquals(List.of("arn:x"), e.values("FnEvent", "EventSourceArn"));
    assertEquals(List.of("${Fn.Arn}"), e.values("FnEvent", "FunctionName"));
    assertEquals(List.of(type), e.get("FnEvent").attribute("SamEventType").renderings());
    assertEquals("BatchSize: 7", e.line(e.get("FnEvent").property("BatchSize")));
    assertEquals("Event:", e.line("FnEvent"));
    assertEquals("Fn", e.get("FnEvent").owner());
  }

  @Test
  void selfManagedKafka() {
    Expansion e =
        Expansion.ofEvent("SelfManagedKafka", "KafkaBootstrapServers: ['b:9092']\nTopics: [t]");
    assertEquals(MAPPING, e.type("FnEvent"));
    assertEquals(
        List.of("[b:9092]"),
        e.values("FnEvent", "SelfManagedEventSource", "Endpoints", "KafkaBootstrapServers"));
    assertEquals(List.of("[t]"), e.values("FnEvent", "Topics"));
  }

  @Test
  void failureDestinationOfAStreamIsMade() {
    Expansion e =
        Expansion.ofEvent(
            "Kinesis", "Stream: arn:x\nDestinationConfig:\n  OnFailure:\n    Type: SQS");
    assertEquals("AWS::SQS::Queue", e.type("FnEventOnFailureQueue"));
    assertEquals(
        List.of("${FnEventOnFailureQueue.Arn}"),
        e.values("FnEvent", "DestinationConfig", "OnFailure", "Destination"));
  }

  @Test
  void topic() {
    Expansion e = Expansion.ofEvent("SNS", "Topic: !Ref Topic\nRedrivePolicy: {a: b}");
    assertEquals("AWS::SNS::Subscription", e.type("FnEvent"));
    assertEquals(List.of("lambda"), e.values("FnEvent", "Protocol"));
    assertEquals(List.of("${Topic}"), e.values("FnEvent", "TopicArn"));
    assertEquals("RedrivePolicy: {a: b}", e.line(e.get("FnEvent").property("RedrivePolicy")));
    assertEquals(List.of("${Topic}"), e.values("FnEventPermission", "SourceArn"));
  }

  @Test
  void topicThroughAQueue() {
    Expansion e = Expansion.ofEvent("SNS", "Topic: !Ref Topic\nSqsSubscription: true");
    assertEquals(List.of("sqs"), e.values("FnEvent", "Protocol"));
    assertEquals("AWS::SQS::Queue", e.type("FnEventQueue"));
    assertEquals(MAPPING, e.type("FnEventEventSourceMapping"));
    assertEquals(
        List.of("${FnEventQueue.Arn}"), e.values("FnEventEventSourceMapping", "EventSourceArn"));
    assertTrue(e.values("FnEventQueuePolicy", "PolicyDocument").get(0).contains("aws:SourceArn"));
    assertFalse(e.resources().containsKey("FnEventPermission"));
  }

  @Test
  void topicThroughANamedQueue() {
    Expansion e =
        Expansion.ofEvent(
            "SNS",
            """
            Topic: !Ref Topic
            SqsSubscription:
              QueueArn: arn:q
              QueueUrl: https://q
              QueuePolicyLogicalId: MyPolicy
              BatchSize: 3
            """);
    assertEquals(List.of("arn:q"), e.values("FnEvent", "Endpoint"));
    assertFalse(e.resources().containsKey("FnEventQueue"));
    assertEquals(List.of("[https://q]"), e.values("MyPolicy", "Queues"));
    assertEquals("BatchSize: 3", e.line(e.get("FnEventEventSourceMapping").property("BatchSize")));
  }

  @Test
  void bucket() {
    Expansion e =
        Expansion.of(
            """
            Resources:
              Fn:
                Type: AWS::Serverless::Function
                Properties:
                  Events:
                    Event:
                      Type: S3
                      Properties:
                        Bucket: !Ref Bucket
                        Events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*']
                        Filter: {S3Key: {}}
              Bucket:
                Type: AWS::S3::Bucket
                Properties:
                  NotificationConfiguration:
                    LambdaConfigurations: [{Event: old, Function: arn:f}]
            """);
    assertEquals(
        List.of("old", "s3:ObjectCreated:*", "s3:ObjectRemoved:*"),
        e
            .get("Bucket")
            .property("NotificationConfiguration", "LambdaConfigurations")
            .items()
            .stream()
            .flatMap(item -> item.get("Event").renderings().stream())
            .toList());
    assertTrue(e.get("Bucket").declared());
    assertEquals(List.of("${Bucket}"), e.values("FnEventPermission", "SourceArn"));
  }

  @Test
  void notificationsThatOnlyDeploymentKnowsStay() {
    Expansion e =
        Expansion.of(
            """
            Resources:
              Fn:
                Type: AWS::Serverless::Function
                Properties:
                  Events:
                    Event: {Type: S3, Properties: {Bucket: !Ref Bucket, Events: a}}
              Bucket:
                Type: AWS::S3::Bucket
                Properties:
                  NotificationConfiguration: !If [IsProd, {QueueConfigurations: [q]}, {}]
            """);
    assertEquals(
        List.of("[q]"), e.values("Bucket", "NotificationConfiguration", "QueueConfigurations"));
  }

  @Test
  void userPool() {
    Expansion e =
        Expansion.of(
            """
            Resources:
              Fn:
                Type: AWS::Serverless::Function
                Properties:
                  Events:
                    Event:
                      Type: Cognito
                      Properties: {UserPool: !Ref Pool, Trigger: [PreSignUp, CustomMessage]}
              Pool: {Type: 'AWS::Cognito::UserPool'}
            """);
    assertEquals(List.of("${Fn.Arn}"), e.values("Pool", "LambdaConfig", "PreSignUp"));
    assertEquals(List.of("${Fn.Arn}"), e.values("Pool", "LambdaConfig", "CustomMessage"));
    assertEquals("AWS::Lambda::Permission", e.type("FnEventPermission"));
  }

  @Test
  void topicRule() {
    Expansion e = Expansion.ofEvent("IoTRule", "Sql: SELECT 1\nAwsIotSqlVersion: beta");
    assertEquals("AWS::IoT::TopicRule", e.type("FnEvent"));
    assertEquals(List.of("beta"), e.values("FnEvent", "TopicRulePayload", "AwsIotSqlVersion"));
    assertEquals(List.of("${FnEvent.Arn}"), e.values("FnEventPermission", "SourceArn"));
  }

  @Test
  void logGroup() {
    Expansion e = Expansion.ofEvent("CloudWatchLogs", "LogGroupName: g\nFilterPattern: x");
    assertEquals("AWS::Logs::SubscriptionFilter", e.type("FnEvent"));
    assertEquals(List.of("${Fn.Arn}"), e.values("FnEvent", "DestinationArn"));
    assertEquals(List.of("logs.amazonaws.com"), e.values("FnEventPermission", "Principal"));
  }

  @Test
  void skill() {
    Expansion e = Expansion.ofEvent("AlexaSkill", "SkillId: amzn1");
    assertEquals(List.of("amzn1"), e.values("FnEventPermission", "EventSourceToken"));
  }

  @Test
  void eventsOfUnknownShapeBecomeNothing() {
    assertEquals(2, Expansion.ofFunction("Events: !Ref Some").resources().size());
    assertEquals(2, Expansion.ofFunction("Events: {A: {Type: !Ref T}}").resources().size());
    assertEquals(2, Expansion.ofFunction("Events: [a, {b: c}]").resources().size());
    assertEquals(2, Expansion.ofFunction("Events: {A: {Type: Rain}}").resources().size());
  }

  @Test
  void eventsUnderAConditionAreTwoVariantsOfOneResource() {
    Expansion e =
        Expansion.ofFunction(
            """
            Events:
              Event: !If
                - IsProd
                - {Type: SQS, Properties: {Queue: arn:a}}
                - {Type: SQS, Properties: {Queue: arn:b}}
            """);
    assertEquals(List.of("arn:a", "arn:b"), e.values("FnEvent", "EventSourceArn"));
    assertFalse(e.get("FnEvent").exists().not().possible());
  }
}
