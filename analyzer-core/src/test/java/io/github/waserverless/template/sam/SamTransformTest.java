package io.github.waserverless.template.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The other kinds of resources, and those that are not SAM's. */
class SamTransformTest {

  private static Expansion of(String type, String properties) {
    return Expansion.of(
        "Resources:\n  It:\n    Type: AWS::Serverless::"
            + type
            + "\n    Properties:\n"
            + properties.indent(6));
  }

  @Test
  void stateMachine() {
    Expansion e =
        of(
            "StateMachine",
            """
            Type: EXPRESS
            Logging: {Level: ALL}
            Tracing: {Enabled: true}
            DefinitionUri: flow.json
            Policies: [{Statement: [{Effect: Allow, Action: 'a:b'}]}]
            """);
    assertEquals("AWS::StepFunctions::StateMachine", e.type("It"));
    assertEquals("Type: EXPRESS", e.line(e.get("It").property("StateMachineType")));
    assertEquals(List.of("ALL"), e.values("It", "LoggingConfiguration", "Level"));
    assertEquals(List.of("true"), e.values("It", "TracingConfiguration", "Enabled"));
    assertEquals(List.of("flow.json"), e.values("It", "DefinitionUri"));
    assertEquals(List.of("${ItRole.Arn}"), e.values("It", "RoleArn"));
    assertTrue(
        e.values("ItRole", "AssumeRolePolicyDocument").get(0).contains("states.amazonaws.com"));
  }

  @Test
  void simpleTable() {
    Expansion e = of("SimpleTable", "PrimaryKey: {Name: pk, Type: Number}");
    assertEquals("AWS::DynamoDB::Table", e.type("It"));
    assertEquals(List.of("PAY_PER_REQUEST"), e.values("It", "BillingMode"));
    assertEquals(List.of("pk"), e.each("It", "KeySchema", "AttributeName"));
    assertEquals(List.of("N"), e.each("It", "AttributeDefinitions", "AttributeType"));
  }

  @Test
  void simpleTableWithThroughput() {
    Expansion e = of("SimpleTable", "ProvisionedThroughput: {ReadCapacityUnits: 1}");
    assertTrue(e.get("It").property("BillingMode").absent().alwaysHolds());
    assertEquals(List.of("id"), e.each("It", "KeySchema", "AttributeName"));
  }

  @Test
  void application() {
    assertEquals(
        List.of("nested.yaml"),
        of("Application", "Location: nested.yaml").values("It", "TemplateURL"));
    Expansion published = of("Application", "Location: {ApplicationId: a, SemanticVersion: 1.0.0}");
    assertEquals("AWS::CloudFormation::Stack", published.type("It"));
    assertFalse(published.get("It").property("TemplateURL").present().canHold());
  }

  @Test
  void graphQlApi() {
    Expansion e = of("GraphQLApi", "XrayEnabled: true\nLogging: {FieldLogLevel: ALL}");
    assertEquals("AWS::AppSync::GraphQLApi", e.type("It"));
    assertEquals(List.of("true"), e.values("It", "XrayEnabled"));
    assertEquals(List.of("ALL"), e.values("It", "LogConfig", "FieldLogLevel"));
  }

  @Test
  void sameNamesUnderAnotherType() {
    assertEquals("AWS::Lambda::LayerVersion", of("LayerVersion", "A: b").type("It"));
    assertEquals("AWS::Lambda::CapacityProvider", of("CapacityProvider", "A: b").type("It"));
  }

  @Test
  void connectorAddsAPolicyToTheRoleOfItsSource() {
    Expansion e =
        Expansion.of(
            """
            Resources:
              Fn:
                Type: AWS::Serverless::Function
                Connectors:
                  Send: {Properties: {Destination: {Id: Queue}, Permissions: [Write]}}
              Queue: {Type: 'AWS::SQS::Queue'}
            """);
    assertEquals("AWS::IAM::ManagedPolicy", e.type("FnRoleToQueuePolicy"));
  }

  @Test
  void otherResourcesPassUnchanged() {
    Expansion e =
        Expansion.of(
            """
            Resources:
              Topic: {Type: 'AWS::SNS::Topic', Properties: {TopicName: a}}
              Fn: {Type: 'AWS::Serverless::Function'}
              Odd: {Type: 'AWS::Serverless::Unheard', Properties: [a]}
            """);
    assertEquals(List.of("a"), e.values("Topic", "TopicName"));
    assertEquals("AWS::Serverless::Unheard", e.type("Odd"));
  }

  @Test
  void declaredResourceIsNotReplacedByAGeneratedOne() {
    Expansion e =
        Expansion.of(
            """
            Resources:
              Dead: {Type: 'AWS::SQS::Queue', Properties: {QueueName: mine}}
              Fn:
                Type: AWS::Serverless::Function
                Properties:
                  Events:
                    E:
                      Type: Schedule
                      Properties:
                        Schedule: rate(1 day)
                        DeadLetterConfig: {Type: SQS, QueueLogicalId: Dead}
            """);
    assertEquals(List.of("mine"), e.values("Dead", "QueueName"));
    assertTrue(e.get("Dead").declared());
  }

  @Test
  void everyRunGivesTheSameOrder() {
    String text =
        """
        Resources:
          Fn:
            Type: AWS::Serverless::Function
            Properties:
              Events: {A: {Type: Api}, B: {Type: HttpApi}, C: {Type: Schedule}}
        """;
    assertEquals(
        List.copyOf(Expansion.of(text).resources().keySet()),
        List.copyOf(Expansion.of(text).resources().keySet()));
  }
}
