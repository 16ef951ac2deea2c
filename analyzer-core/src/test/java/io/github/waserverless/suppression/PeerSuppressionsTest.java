package io.github.waserverless.suppression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerSuppressionsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cdk_nag: {rules_to_suppress: [{id: AwsSolutions-SQS3, reason: why}]}",
        "cdk_nag: {rules_to_suppress: [{id: Serverless-SQSRedrivePolicy, reason: d2h5,"
            + " is_reason_encoded: true}]}",
        "cfn-lint: {config: {ignore_checks: [ES6000]}}",
        "cfn-lint: {config: {ignore_checks: [ES]}}"
      })
  void metadataOfAResource(String metadata) throws IOException {
    String text =
        """
        Resources:
          A:
            Type: AWS::SQS::Queue
            Metadata:
              %s
          B:
            Type: AWS::SQS::Queue
        """
            .formatted(metadata);
    assertEquals(List.of("6: B is a queue"), Demo.found(folder, "t.yaml", text, true));
    assertEquals(
        List.of("2: A is a queue", "6: B is a queue"), Demo.found(folder, "t.yaml", text, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "checkov: {skip: [{id: CKV_AWS_116, comment: why}]}",
        "guard: {SuppressedRules: [LAMBDA_DLQ_CHECK]}"
      })
  void metadataOfATemplate(String metadata) throws IOException {
    String text =
        """
        Metadata:
          %s
        Resources:
          A: {Type: AWS::SQS::Queue}
          T: {Type: AWS::SNS::Topic}
        """
            .formatted(metadata);
    assertEquals(List.of("4: A is a queue"), Demo.found(folder, "t.yaml", text, true));
  }

  @Test
  void rulesThatLookForSomethingElseDoNotCount() throws IOException {
    String text =
        """
        Resources:
          A:
            Type: AWS::SQS::Queue
            Metadata:
              cfn_nag: {rules_to_suppress: [{id: W48, reason: no key}]}
              checkov: {skip: [{id: CKV_AWS_27}]}
              cdk_nag: {rules_to_suppress: [{id: AwsSolutions-SQS4}]}
        """;
    assertEquals(List.of("2: A is a queue"), Demo.found(folder, "t.yaml", text, true));
  }

  @Test
  void reasonsAreKept() throws IOException {
    String text =
        """
        Resources:
          T:
            # checkov:skip=CKV_AWS_116: nobody waits for it
            Type: AWS::SNS::Topic
          A:
            Type: AWS::SQS::Queue
            Metadata:
              cdk_nag: {rules_to_suppress: [{id: Serverless-SQSRedrivePolicy, reason: d2h5,
                is_reason_encoded: true}]}
        """;
    assertEquals(
        List.of("2: T is a topic: nobody waits for it", "5: A is a queue: why"),
        Demo.suppressed(folder, "t.yaml", text));
  }

  @Test
  void aCheckovCommentSpeaksForTheResourceThatItStandsIn() throws IOException {
    String text =
        """
        Resources:
          A:
            Type: AWS::SNS::Topic
            Properties: {TopicName: a}
            # checkov:skip=CKV_AWS_116:in A
          # checkov:skip=CKV_AWS_116:in none
          B:
            Type: AWS::SNS::Topic
        """;
    assertEquals(List.of("7: B is a topic"), Demo.found(folder, "t.yaml", text, true));
  }

  @Test
  void sonarIsToldOnTheLineOrByAnnotation() throws IOException {
    String text =
        """
        import com.amazonaws.services.lambda.runtime.*;
        class Worker implements RequestHandler<String, String> {
          public String handleRequest(String s, Context c) {
            one(); // NOSONAR
            two();
            return three();
          }
          @SuppressWarnings("java:S6243")
          String three() {
            return four();
          }
        }
        """;
    assertEquals(
        List.of("5: calls two", "6: calls three"), Demo.found(folder, "Worker.java", text, true));
    assertEquals(4, Demo.found(folder, "Worker.java", text, false).size());
  }
}
