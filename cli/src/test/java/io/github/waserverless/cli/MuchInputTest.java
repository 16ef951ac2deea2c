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
