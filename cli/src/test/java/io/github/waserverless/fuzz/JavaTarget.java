package io.github.waserverless.fuzz;

import io.github.waserverless.parse.JavaReader;
import io.github.waserverless.source.SourceFile;
import java.util.Map;

/** Drives the reader of Java, and what is concluded from the source of a handler. */
public final class JavaTarget {

  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Queue: {Type: AWS::SQS::Queue}
        Table: {Type: AWS::DynamoDB::Table}
        Handler:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: java21
            CodeUri: .
            Handler: shop.Handler::handleRequest
            Environment: {Variables: {TABLE: !Ref Table}}
            Policies: [{SQSSendMessagePolicy: {QueueName: !GetAtt Queue.QueueName}}]
            Events:
              Messages: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}
              Route: {Type: Api, Properties: {Path: /orders, Method: post}}
      """;

  private JavaTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Text.of("src/main/java/shop/Handler.java", input).ifPresent(JavaTarget::check);
  }

  private static void check(SourceFile file) {
    JavaReader.ParsedJava parsed = JavaReader.read(file, true);
    new Places(file).check(parsed.notices());
    Places.require(
        parsed.file().isPresent() || !parsed.notices().isEmpty(), "not read and nothing said");
    Judgement.check(Map.of("template.yaml", TEMPLATE, file.name(), file.text()));
  }
}
