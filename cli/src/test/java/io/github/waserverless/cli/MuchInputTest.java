package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Much of everything: what compares all with all would not come to an end here. */
class MuchInputTest {

  private static final int UNITS = 10_000;
  private static final int KINDS = 4_000;

  /** Each refers to the next, so that every index of the model has something to do. */
  private static final String UNIT =
      """
        Orders%1$d:
          Type: AWS::SQS::Queue
          Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Failed%1$d.Arn, maxReceiveCount: 5}}
        Failed%1$d: {Type: AWS::SQS::Queue, Condition: Live}
        Full%1$d:
          Type: AWS::CloudWatch::Alarm
          Condition: Live
          Properties:
            Namespace: AWS/SQS
            MetricName: ApproximateNumberOfMessagesVisible
            Dimensions: [{Name: QueueName, Value: !GetAtt Failed%1$d.QueueName}]
        Work%1$d:
          Type: AWS::Lambda::Function
          Properties: {Runtime: python3.13, Handler: a.b, Code: {S3Bucket: b, S3Key: k}, Role: !GetAtt Role%1$d.Arn}
        Take%1$d:
          Type: AWS::Lambda::EventSourceMapping
          Properties: {EventSourceArn: !GetAtt Orders%1$d.Arn, FunctionName: !Ref Work%1$d}
        Role%1$d:
          Type: AWS::IAM::Role
          Properties:
            Policies: [{PolicyDocument: {Statement: [{Effect: Allow, Action: 'sqs:*', Resource: !GetAtt Orders%1$d.Arn}]}}]
      """;

  /** What has a name of its own, and is yet looked for among many of its kind. */
  private static final String NAMED =
      """
        F%1$d:
          Type: AWS::Lambda::Function
          Properties: {Runtime: python3.13, Handler: a.b, Code: {S3Bucket: b, S3Key: k}, Role: r, FunctionName: !Sub 'f%1$d-${Stage}'}
        L%1$d: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: !Sub '/aws/lambda/f%1$d-${Stage}'}}
        A%1$d: {Type: AWS::ApiGateway::RestApi, Properties: {Name: a%1$d}}
        M%1$d:
          Type: AWS::ApiGateway::Method
          Properties: {RestApiId: !Ref A%1$d, ResourceId: !GetAtt A%1$d.RootResourceId, HttpMethod: GET, AuthorizationType: NONE, Integration: {Type: MOCK}}
        S%1$d: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref A%1$d, DeploymentId: d, StageName: prod}}
        P%1$d: {Type: AWS::ApiGateway::UsagePlan, Properties: {ApiStages: [{ApiId: !Ref A%1$d, Stage: !Ref S%1$d}]}}
        C%1$d:
          Type: AWS::WAFv2::WebACLAssociation
          Properties: {ResourceArn: !Sub 'arn:aws:apigateway:eu-west-1::/restapis/${A%1$d}/stages/${S%1$d}', WebACLArn: w}
        D%1$d: {Type: AWS::ApiGateway::DomainName, Properties: {DomainName: d%1$d.example.com}}
        B%1$d: {Type: AWS::ApiGateway::BasePathMapping, Properties: {RestApiId: !Ref A%1$d, DomainName: !Ref D%1$d}}
        Q%1$d: {Type: AWS::SQS::Queue}
        R%1$d: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Q%1$d.Arn, maxReceiveCount: 5}}}
        E%1$d: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/Lambda, MetricName: Errors}}
      """;

  @TempDir Path folder;

  @Test
  void sixtyThousandResources() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            Parameters: {Stage: {Type: String}}
            Conditions: {Live: !Equals [!Ref Stage, live]}
            Resources:
            """);
    for (int i = 0; i < UNITS; i++) {
      text.append(UNIT.formatted(i));
    }
    Path template = Files.writeString(folder.resolve("template.yaml"), text);
    Call call = Call.of("check", "--no-config", template.toString());
    assertEquals(ExitCode.FINDINGS, call.code(), call.err());
    assertTrue(call.out().contains("Work" + (UNITS - 1)), call.err());
  }

  @Test
  void manyOfEachKind() throws IOException {
    StringBuilder text = new StringBuilder("Parameters: {Stage: {Type: String}}\nResources:\n");
    StringBuilder notified = new StringBuilder();
    for (int i = 0; i < KINDS; i++) {
      text.append(NAMED.formatted(i));
      notified
          .append(i == 0 ? "" : ", ")
          .append("{Event: 's3:ObjectCreated:*', Function: !GetAtt F%d.Arn}".formatted(i));
    }
    text.append("  Bucket: {Type: AWS::S3::Bucket, Properties: {NotificationConfiguration: ")
        .append("{LambdaConfigurations: [" + notified + "]}}}\n");
    Path template = Files.writeString(folder.resolve("template.yaml"), text);
    Call call = Call.of("check", "--no-config", "--profile", "strict", template.toString());
    assertEquals(ExitCode.FINDINGS, call.code(), call.err());
    assertTrue(call.out().contains("Q" + (KINDS - 1) + " has no alarm"), call.err());
  }

  /** What becomes of each would be looked for among all. */
  @Test
  void manyReadsOfTheEnvironment() throws IOException {
    StringBuilder reads = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      reads.append("total += System.getenv(\"V").append(i).append("\").length();\n");
    }
    Path source =
        Files.writeString(
            folder.resolve("Handler.java"),
            """
            import com.amazonaws.services.lambda.runtime.*;
            class Handler implements RequestHandler<String, Integer> {
              public Integer handleRequest(String event, Context context) {
                int total = 0;
                %s
                return total;
              }
            }
            """
                .formatted(reads));
    Call call = Call.of("check", "--no-config", source.toString());
    assertEquals(ExitCode.CLEAN, call.code(), call.out());
  }

  @Test
  void aSourceThatNobodyWrote() throws IOException {
    Path source = folder.resolve("Handler.java");
    try (RandomAccessFile file = new RandomAccessFile(source.toFile(), "rw")) {
      file.setLength(10_000_001);
    }
    Call call = Call.of("check", "--no-config", source.toString());
    assertEquals(ExitCode.UNREADABLE, call.code(), call.out());
    assertTrue(call.out().contains("larger than 10 MB: no source is"), call.out());
  }
}
