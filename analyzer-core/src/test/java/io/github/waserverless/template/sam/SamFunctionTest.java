package io.github.waserverless.template.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A function, its role, alias, URL and configuration of asynchronous invocation. */
class SamFunctionTest {

  @Test
  void propertiesUnderTheirCloudFormationNames() {
    Expansion e =
        Expansion.ofFunction(
            """
            Tracing: Active
            DeadLetterQueue:
              Type: SQS
              TargetArn: arn:q
            InlineCode: x
            CodeUri: target/
            """);
    assertEquals("AWS::Lambda::Function", e.type("Fn"));
    assertEquals(List.of("Active"), e.values("Fn", "TracingConfig", "Mode"));
    assertEquals("Tracing: Active", e.line(e.get("Fn").property("TracingConfig", "Mode")));
    assertEquals(List.of("arn:q"), e.values("Fn", "DeadLetterConfig", "TargetArn"));
    assertEquals(List.of("x"), e.values("Fn", "Code", "ZipFile"));
    assertEquals(List.of("target/"), e.values("Fn", "CodeUri"));
    assertEquals(List.of("${FnRole.Arn}"), e.values("Fn", "Role"));
    assertEquals("Fn:", e.line("FnRole"));
  }

  @Test
  void managedPolicies() {
    Expansion e =
        Expansion.ofFunction(
            """
            Tracing: Active
            VpcConfig: {SubnetIds: [a]}
            Policies: [AWSLambdaExecute, AWSLambdaSQSQueueExecutionRole, arn:mine, !Ref Own]
            """);
    String aws = "arn:aws:iam::aws:policy/";
    assertEquals(
        List.of(
            aws + "service-role/AWSLambdaBasicExecutionRole",
            aws + "service-role/AWSLambdaVPCAccessExecutionRole",
            aws + "AWSXRayDaemonWriteAccess",
            aws + "AWSLambdaExecute",
            aws + "service-role/AWSLambdaSQSQueueExecutionRole",
            "arn:mine",
            "${Own}"),
        e.each("FnRole", "ManagedPolicyArns"));
    assertTrue(
        e.values("FnRole", "AssumeRolePolicyDocument").get(0).contains("lambda.amazonaws.com"));
  }

  @Test
  void policyAsOneText() {
    Expansion e = Expansion.ofFunction("Policies: AmazonS3ReadOnlyAccess");
    assertTrue(
        e.each("FnRole", "ManagedPolicyArns")
            .contains("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"));
  }

  @Test
  void policyAsOneMap() {
    Expansion e =
        Expansion.ofFunction(
            """
            Policies:
              Statement:
                - Effect: Allow
                  Action: 's3:*'
                  Resource: '*'
            """);
    var statement =
        e.get("FnRole").property("Policies").items().get(0).get("PolicyDocument", "Statement");
    assertEquals("Action: 's3:*'", e.line(statement.items().get(0).get("Action")));
  }

  @Test
  void statementWithoutADocument() {
    Expansion e = Expansion.ofFunction("Policies: [{Effect: Allow, Action: 'a:b', Resource: x}]");
    assertEquals(
        List.of("[{Action: a:b, Effect: Allow, Resource: x}]"),
        e.each("FnRole", "Policies", "PolicyDocument", "Statement"));
  }

  @Test
  void policyTemplate() {
    Expansion e =
        Expansion.ofFunction(
            """
            Policies:
              - SQSPollerPolicy:
                  QueueName: !GetAtt Queue.QueueName
              - Unknown: {}
            """);
    var policy = e.get("FnRole").property("Policies").items();
    assertEquals(1, policy.size());
    assertEquals(List.of("SQSPollerPolicy"), policy.get(0).get("SamPolicyTemplate").renderings());
    assertEquals("- SQSPollerPolicy:", e.line(policy.get(0).get("PolicyDocument")));
    assertTrue(
        policy.get(0).get("PolicyDocument").renderings().get(0).contains("${Queue.QueueName}"));
  }

  @Test
  void policiesUnderAConditionKeepIt() {
    Expansion e =
        Expansion.ofFunction(
            """
            Policies:
              - !If [IsProd, AmazonS3FullAccess, !Ref AWS::NoValue]
              - !If [IsProd, !Ref AWS::NoValue, {Statement: [{Effect: Allow, Action: 'a:b'}]}]
            """);
    var managed = e.get("FnRole").property("ManagedPolicyArns").items();
    assertEquals("when IsProd", managed.get(1).presence().inWords());
    var inline = e.get("FnRole").property("Policies").items();
    assertEquals("unless IsProd", inline.get(0).presence().inWords());
  }

  @Test
  void wholePoliciesUnderACondition() {
    Expansion e = Expansion.ofFunction("Policies: !If [IsProd, [A, B], C]");
    var managed = e.get("FnRole").property("ManagedPolicyArns").items();
    assertEquals("when IsProd", managed.get(2).presence().inWords());
    assertEquals("unless IsProd", managed.get(3).presence().inWords());
  }

  @Test
  void noRoleWhereOneIsNamed() {
    Expansion e = Expansion.ofFunction("Role: !GetAtt Mine.Arn");
    assertFalse(e.resources().containsKey("FnRole"));
    assertEquals(List.of("${Mine.Arn}"), e.values("Fn", "Role"));
  }

  @Test
  void roleOnlyWhereNoneIsNamed() {
    Expansion e = Expansion.ofFunction("Role: !If [IsProd, arn:r, !Ref AWS::NoValue]");
    assertEquals("unless IsProd", e.get("FnRole").exists().inWords());
    assertEquals(List.of("arn:r", "${FnRole.Arn}"), e.values("Fn", "Role"));
  }

  @Test
  void invokeConfig() {
    Expansion e =
        Expansion.ofFunction(
            """
            EventInvokeConfig:
              MaximumRetryAttempts: 1
              DestinationConfig:
                OnFailure: {Type: SQS}
                OnSuccess: {Type: SNS}
            """);
    assertEquals("AWS::Lambda::EventInvokeConfig", e.type("FnEventInvokeConfig"));
    assertEquals(
        "MaximumRetryAttempts: 1",
        e.line(e.get("FnEventInvokeConfig").property("MaximumRetryAttempts")));
    assertEquals("AWS::SQS::Queue", e.type("FnEventInvokeConfigOnFailureQueue"));
    assertEquals("AWS::SNS::Topic", e.type("FnEventInvokeConfigOnSuccessTopic"));
    assertFalse(e.get("FnEventInvokeConfig").property("Qualifier").present().canHold());
  }

  @Test
  void invokeConfigUnderAConditionHasBothBranches() {
    Expansion e =
        Expansion.ofFunction(
            """
            EventInvokeConfig: !If
              - IsProd
              - {MaximumRetryAttempts: 2}
              - !If [IsTest, {MaximumRetryAttempts: 0}, !Ref AWS::NoValue]
            """);
    assertEquals(List.of("2", "0"), e.values("FnEventInvokeConfig", "MaximumRetryAttempts"));
    assertTrue(e.get("FnEventInvokeConfig").exists().not().possible());
  }

  @Test
  void destinationUnderACondition() {
    Expansion e =
        Expansion.ofFunction(
            """
            EventInvokeConfig:
              DestinationConfig:
                OnFailure: !If [IsProd, {Type: SQS}, {Destination: arn:x}]
            """);
    assertEquals("when IsProd", e.get("FnEventInvokeConfigOnFailureQueue").exists().inWords());
    assertEquals(
        List.of("${FnEventInvokeConfigOnFailureQueue.Arn}", "arn:x"),
        e.values("FnEventInvokeConfig", "DestinationConfig", "OnFailure", "Destination"));
  }

  @Test
  void alias() {
    Expansion e =
        Expansion.ofFunction(
            """
            AutoPublishAlias: live
            ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 5}
            DeploymentPreference: {Type: Canary10Percent5Minutes}
            EventInvokeConfig: {MaximumRetryAttempts: 1}
            """);
    assertEquals("AWS::Lambda::Version", e.type("FnVersion"));
    assertEquals("AWS::Lambda::Alias", e.type("FnAliaslive"));
    assertEquals(
        List.of("5"),
        e.values("FnAliaslive", "ProvisionedConcurrencyConfig", "ProvisionedConcurrentExecutions"));
    assertEquals("AWS::CodeDeploy::DeploymentGroup", e.type("FnDeploymentGroup"));
    assertTrue(e.get("FnEventInvokeConfig").property("Qualifier").present().alwaysHolds());
  }

  @Test
  void noDeploymentWhereItIsSwitchedOff() {
    Expansion e =
        Expansion.ofFunction("AutoPublishAlias: live\nDeploymentPreference: {Enabled: false}");
    assertFalse(e.resources().containsKey("FnDeploymentGroup"));
  }

  @Test
  void aliasUnderACondition() {
    Expansion e = Expansion.ofFunction("AutoPublishAlias: !If [IsProd, live, !Ref AWS::NoValue]");
    assertEquals("when IsProd", e.get("FnAliaslive").exists().inWords());
  }

  @Test
  void publicUrl() {
    Expansion e = Expansion.ofFunction("FunctionUrlConfig: {AuthType: NONE}");
    assertEquals("AWS::Lambda::Url", e.type("FnUrl"));
    assertEquals(List.of("NONE"), e.values("FnUrlPublicPermissions", "FunctionUrlAuthType"));
    assertEquals(List.of("*"), e.values("FnUrlPublicPermissions", "Principal"));
  }

  @Test
  void urlWithAuthentication() {
    Expansion e = Expansion.ofFunction("FunctionUrlConfig: {AuthType: AWS_IAM}");
    assertFalse(e.resources().containsKey("FnUrlPublicPermissions"));
  }

  @Test
  void generatedResourcesExistWhereTheirCauseDoes() {
    Expansion e =
        Expansion.of(
            """
            Resources:
              Fn:
                Type: AWS::Serverless::Function
                Condition: IsProd
                Properties: {FunctionUrlConfig: {AuthType: AWS_IAM}}
            """);
    assertEquals("when IsProd", e.get("FnUrl").exists().inWords());
    assertEquals("when IsProd", e.get("FnRole").exists().inWords());
  }

  @Test
  void wrongShapesDoNoHarm() {
    for (String property :
        List.of(
            "Policies: [[a], {b: 1}, !GetAtt A.B]",
            "EventInvokeConfig: [a]",
            "DeploymentPreference: x",
            "AutoPublishAlias: {a: b}",
            "FunctionUrlConfig: text",
            "Tracing: [a]",
            "Role: ''")) {
      assertEquals("AWS::Lambda::Function", Expansion.ofFunction(property).type("Fn"));
    }
  }
}
