package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Trigger;
import io.github.waserverless.template.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From texts to applications: transforms, loops, and what belongs together. */
class ProjectTest {

  @TempDir Path folder;

  private static Application app(String template) {
    return Project.inMemory(Map.of("template.yaml", template), Tables.shipped(LocalDate.EPOCH))
        .applications()
        .get(0);
  }

  private static LambdaFunction function(String template) {
    return app(template).functions().get(0);
  }

  private Analysis run(Map<String, String> files) throws Exception {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return new Run(List.of(), Tables.shipped(LocalDate.EPOCH), Map.of()).analyze(List.of(folder));
  }

  @Test
  void globalsMergeAndTheResourceWins() {
    LambdaFunction function =
        function(
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Timeout: 7
                  Environment: {Variables: {A: local, B: 2}}
                  Layers: [own]
            Globals:
              Function:
                Timeout: 3
                MemorySize: 512
                Tracing: Active
                Environment: {Variables: {A: global, C: 3}}
                Layers: [shared]
            """);
    assertTrue(function.timeout().is("7").alwaysHolds());
    assertTrue(function.memorySize().is("512").alwaysHolds());
    assertTrue(function.tracingMode().is("Active").alwaysHolds());
    assertTrue(function.environment().get("A").is("local").alwaysHolds());
    assertTrue(function.environment().get("C").is("3").alwaysHolds());
    assertEquals(
        List.of("shared", "own"),
        function.property("Layers").items().stream()
            .map(item -> item.text().certain().orElseThrow())
            .toList());
  }

  @Test
  void ignoredGlobalsDoNotMerge() {
    LambdaFunction function =
        function(
            """
            Transform: AWS::Serverless-2016-10-31
            Globals: {Function: {Timeout: 3, MemorySize: 512}}
            Resources:
              F:
                Type: AWS::Serverless::Function
                IgnoreGlobals: [Timeout]
            """);
    assertTrue(function.timeout().absent().alwaysHolds());
    assertTrue(function.memorySize().present().alwaysHolds());
  }

  @Test
  void everyEventBecomesATrigger() {
    LambdaFunction function =
        function(
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              B: {Type: AWS::S3::Bucket}
              P: {Type: AWS::Cognito::UserPool}
              F:
                Type: AWS::Serverless::Function
                Properties:
                  AutoPublishAlias: live
                  FunctionUrlConfig: {AuthType: NONE}
                  Events:
                    A: {Type: Api, Properties: {Path: /, Method: get}}
                    H: {Type: HttpApi}
                    Q: {Type: SQS, Properties: {Queue: 'arn:aws:sqs:r:1:q'}}
                    K: {Type: Kinesis, Properties: {Stream: 'arn:aws:kinesis:r:1:s'}}
                    D: {Type: DynamoDB, Properties: {Stream: 'arn:aws:dynamodb:r:1:t'}}
                    M: {Type: MSK, Properties: {Stream: 'arn:aws:kafka:r:1:c'}}
                    R: {Type: MQ, Properties: {Broker: 'arn:aws:mq:r:1:b'}}
                    O: {Type: DocumentDB, Properties: {Cluster: 'arn:aws:rds:r:1:c'}}
                    N: {Type: SNS, Properties: {Topic: 'arn:aws:sns:r:1:t'}}
                    S: {Type: S3, Properties: {Bucket: !Ref B, Events: 's3:ObjectCreated:*'}}
                    E: {Type: EventBridgeRule, Properties: {Pattern: {source: [x]}}}
                    T: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
                    V: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}
                    I: {Type: IoTRule, Properties: {Sql: x}}
                    L: {Type: CloudWatchLogs, Properties: {LogGroupName: x, FilterPattern: ''}}
                    C: {Type: Cognito, Properties: {UserPool: !Ref P, Trigger: PreSignUp}}
                    X: {Type: AlexaSkill}
            """);
    TreeSet<String> services = new TreeSet<>();
    function.triggers().stream().map(Trigger::service).forEach(s -> services.add(s.name()));
    assertEquals(
        "[ALEXA, API_GATEWAY, COGNITO, DOCUMENTDB, DYNAMODB, EVENTBRIDGE, FUNCTION_URL, IOT,"
            + " KAFKA, KINESIS, LOGS, MQ, S3, SCHEDULE, SNS, SQS]",
        services.toString());
  }

  @Test
  void connectorsArePoliciesOfTheirSource() {
    Application app =
        app(
            """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Q: {Type: AWS::SQS::Queue}
              A:
                Type: AWS::Serverless::Function
                Connectors:
                  ToB: {Properties: {Destination: {Id: B}, Permissions: [Write]}}
              B: {Type: AWS::Serverless::Function}
              ToQueue:
                Type: AWS::Serverless::Connector
                Properties:
                  Source: {Id: A}
                  Destination: [{Id: Q}]
                  Permissions: [Read, Write]
            """);
    assertEquals(
        List.of("ARoleToBPolicy", "ARoleToQPolicy"),
        app.resources("AWS::IAM::ManagedPolicy").stream().map(Resource::logicalId).toList());
    assertTrue(app.triggerKnowledge().isExposed(app.functions().get(1)));
    assertFalse(app.triggerKnowledge().isExposed(app.functions().get(0)));
  }

  @Test
  void loopsOverLiteralCollectionsAreWrittenOut() {
    Application app =
        app(
            """
            Transform: AWS::LanguageExtensions
            Parameters:
              Names: {Type: CommaDelimitedList, Default: 'A,B'}
            Resources:
              Fn::ForEach::Queues:
                - Name
                - !Ref Names
                - Queue${Name}:
                    Type: AWS::SQS::Queue
                    Properties:
                      QueueName: !Sub orders-${Name}
            """);
    assertEquals(
        List.of("QueueA", "QueueB"),
        app.resources("AWS::SQS::Queue").stream().map(Resource::logicalId).toList());
    assertTrue(
        app.resources("AWS::SQS::Queue").get(1).property("QueueName").is("orders-B").canHold());
  }

  @Test
  void aLoopThatIsNotKnownIsNoticed() {
    Project project =
        Project.inMemory(
            Map.of(
                "t.yaml",
                """
                Transform: AWS::LanguageExtensions
                Parameters: {Names: {Type: CommaDelimitedList}}
                Resources:
                  Fn::ForEach::Queues: [Name, !Ref Names, {'Q${Name}': {Type: AWS::SQS::Queue}}]
                """),
            Tables.shipped(LocalDate.EPOCH));
    assertEquals(1, project.notices().size());
  }

  @Test
  void whatAMacroOrAMissingParentSuppliesIsUnknown() {
    LambdaFunction fragment =
        function("Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: {}\n");
    assertFalse(fragment.timeout().absent().canHold());
    LambdaFunction plain = function("Resources:\n  F:\n    Type: AWS::Lambda::Function\n");
    assertTrue(plain.timeout().absent().alwaysHolds());
  }

  @Test
  void wrongShapesAreNoticedAndTheRestIsRead() {
    Project project =
        Project.inMemory(
            Map.of(
                "t.yaml",
                """
                Transform: [AWS::Serverless-2016-10-31]
                Resources:
                  Text: just a text
                  Typeless: {Properties: {}}
                  ListType: {Type: [AWS::SQS::Queue]}
                  Events: {Type: AWS::Serverless::Function, Properties: {Events: [1, {}]}}
                  Policies: {Type: AWS::Serverless::Function, Properties: {Policies: {A: 1}}}
                  Nothing: {Type: AWS::Serverless::Function, Properties: null}
                  Chosen: {Type: AWS::SQS::Queue, Properties: !If [C, {}, {}]}
                """),
            Tables.shipped(LocalDate.EPOCH));
    assertEquals(3, project.notices().size());
    assertEquals(3, project.applications().get(0).functions().size());
  }

  @Test
  void unrelatedTemplatesAreApplicationsOfTheirOwn() throws Exception {
    String queue = "Resources: {Q: {Type: AWS::SQS::Queue}}\n";
    Analysis analysis = run(Map.of("a/template.yaml", queue, "b/template.yaml", queue));
    assertEquals(2, analysis.statistics().applications());
  }

  @Test
  void nestedStacksImportsAndBuildsTieTemplatesTogether() throws Exception {
    Analysis analysis =
        run(
            Map.of(
                "nested/parent.yaml",
                """
                Resources:
                  Child:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: ./child.yaml}
                """,
                "nested/child.yaml",
                "Resources: {Q: {Type: AWS::SQS::Queue}}\n",
                "import/exporter.yaml",
                """
                Resources: {Q: {Type: AWS::SQS::Queue}}
                Outputs: {O: {Value: !GetAtt Q.Arn, Export: {Name: the-queue}}}
                """,
                "import/importer.yaml",
                """
                Resources:
                  M:
                    Type: AWS::Lambda::EventSourceMapping
                    Properties: {EventSourceArn: !ImportValue the-queue}
                """,
                "build/pom.xml",
                "<project/>",
                "build/template.yaml",
                "Resources: {Q: {Type: AWS::SQS::Queue}}\n",
                "build/infra/alarms.yaml",
                "Resources: {A: {Type: AWS::CloudWatch::Alarm}}\n"));
    assertEquals(3, analysis.statistics().applications());
    assertEquals(6, analysis.statistics().files());
  }
}
