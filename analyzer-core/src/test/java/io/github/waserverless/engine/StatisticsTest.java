package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run counts. */
class StatisticsTest {

  private static final String HANDLER =
      """
      package demo;

      import com.amazonaws.services.lambda.runtime.Context;
      import com.amazonaws.services.lambda.runtime.RequestHandler;
      import software.amazon.awssdk.services.sqs.SqsClient;

      public class %s implements RequestHandler<String, String> {
        private final SqsClient client = SqsClient.create();

        @Override
        public String handleRequest(String event, Context context) {
          client.sendMessage(message -> message.messageBody(event));
          return event;
        }
      }
      """;

  private static final String FUNCTIONS =
      """
      Transform: AWS::Serverless-2016-10-31
      Globals: {Function: {Runtime: java21, CodeUri: .}}
      Resources:
        Found: {Type: AWS::Serverless::Function, Properties: {Handler: demo.Found}}
        Missing: {Type: AWS::Serverless::Function, Properties: {Handler: demo.Missing}}
        Unknown: {Type: AWS::Serverless::Function, Properties: {Handler: !ImportValue handler}}
        Script:
          Type: AWS::Serverless::Function
          Properties: {Runtime: python3.13, Handler: a.b, InlineCode: x}
      """;

  @TempDir private Path folder;

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Analysis analysis() {
    return new Run(List.of(), Tables.shipped(LocalDate.EPOCH), Map.of())
        .analyze(Search.in(List.of(folder)), Progress.NONE, true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{QueueName: a, Tags: [{Key: k, Value: v}]}|3 0 0",
        "{DelaySeconds: !Ref Size}|1 0 0",
        "{QueueName: !Ref Stage}|0 0 1",
        "{RedrivePolicy: {deadLetterTargetArn: !GetAtt Other.Arn, maxReceiveCount: 3}}|1 1 0",
        "{QueueName: !Sub '${Other.QueueName}-${Stage}'}|0 1 0",
        "{Tags: !If [Live, [{Key: k, Value: v}], []]}|1 0 0",
        "{Tags: !If [Live, [{Key: k, Value: v}], [{Key: k, Value: !Ref Stage}]]}|0 0 1",
        "{Tags: !If [Live, [{Key: k, Value: v}], [{Key: k, Value: !Ref Other}]]}|0 1 0"
      })
  void valuesAreKnownOrReferOrAreNotKnown(String properties, String counts) throws IOException {
    String template =
        """
        Parameters: {Stage: {Type: String}, Size: {Type: Number, Default: 3}}
        Conditions: {Live: !Equals [!Ref Stage, live]}
        Resources:
          Other: {Type: AWS::SQS::Queue}
          Q:
            Type: AWS::SQS::Queue
            Properties: %s
        """
            .formatted(properties);
    write("a/template.yaml", template);
    Analysis.Values values = analysis().statistics().values();
    assertEquals(counts, values.known() + " " + values.references() + " " + values.unknown());
    write("b/template.yaml", template);
    Analysis.Values twice = analysis().statistics().values();
    assertEquals(
        new Analysis.Values(2 * values.known(), 2 * values.references(), 2 * values.unknown()),
        twice);
  }

  @Test
  void whatIsDeclaredAndReadIsCounted() throws IOException {
    write("a/template.yaml", FUNCTIONS);
    write("b/template.yaml", "Resources: {Q: {Type: AWS::SQS::Queue}, R: {Type: AWS::SQS::Queue}}");
    write("c/one.yaml", "Resources: {Q: {Type: AWS::SQS::Queue}");
    write("c/two.yaml", "Resources: {Q: {Type: AWS::SQS::Queue}");
    write(
        "d/claims.yaml", "AWSTemplateFormatVersion: 2010-09-09\nDescription: Resources AWS::None");
    write("e/src/demo/Alone.java", HANDLER.formatted("Alone"));
    Analysis analysis = analysis();
    Analysis.Statistics statistics = analysis.statistics();
    assertEquals(2, statistics.files());
    assertEquals(2, statistics.unreadable());
    assertEquals(2, statistics.applications());
    assertEquals(6, statistics.resources());
    assertEquals(4, statistics.functions());
    assertTrue(analysis.hasUnreadableInput());
  }

  @Test
  void aFileIsUnreadableOnce() {
    List<Notice> notices =
        List.of(
            Notice.unreadable(Discovery.at(Path.of("a")), "one"),
            Notice.unreadable(Discovery.at(Path.of("a")), "two"),
            Notice.notLookedAt(Discovery.at(Path.of("b")), "three"));
    assertEquals(1, Analysis.Statistics.NOTHING.with(notices).unreadable());
  }

  @Test
  void whatWasNotLookedAtIsNotUnreadable() throws IOException {
    write(
        "d/claims.yaml", "AWSTemplateFormatVersion: 2010-09-09\nDescription: Resources AWS::None");
    Analysis analysis = analysis();
    assertEquals(
        List.of("not a CloudFormation template: it has no Resources"),
        analysis.notices().stream().map(Notice::message).toList());
    assertFalse(analysis.hasUnreadableInput());
  }

  @Test
  void codeIsBoundOrNot() throws IOException {
    write("a/template.yaml", FUNCTIONS);
    write("a/src/main/java/demo/Found.java", HANDLER.formatted("Found"));
    write(
        "a/src/main/java/demo/Alone.java",
        HANDLER
            .formatted("Alone")
            .replace(
                "return event",
                "of(event).send(software.amazon.awssdk.services.sqs.model.SendMessageRequest"
                    + ".builder().build()); return event"));
    assertEquals(new Analysis.Code(4, 1, 2, 1, 2, 1), analysis().statistics().code());
  }
}
