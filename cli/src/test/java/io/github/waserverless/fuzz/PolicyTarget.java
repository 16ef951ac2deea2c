package io.github.waserverless.fuzz;

import io.github.waserverless.source.SourceFile;
import java.util.Map;

/** Drives what is concluded from policy documents, as a tree and as a text. */
public final class PolicyTarget {

  private static final String TEMPLATE =
      """
      {"Transform": "AWS::Serverless-2016-10-31", "Resources": {
      "F": {"Type": "AWS::Serverless::Function", "Properties": {"Runtime": "java21", "Handler": "a.B",
      "Policies": [%1$s], "Events": {"Q": {"Type": "SQS", "Properties": {"Queue": {"Fn::GetAtt": ["Q", "Arn"]}}}}}},
      "R": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": %1$s,
      "Policies": [{"PolicyName": "p", "PolicyDocument": %1$s}]}},
      "Q": {"Type": "AWS::SQS::Queue"},
      "B": {"Type": "AWS::S3::Bucket"},
      "K": {"Type": "AWS::KMS::Key", "Properties": {"KeyPolicy": %1$s}},
      "QP": {"Type": "AWS::SQS::QueuePolicy", "Properties": {"Queues": [{"Ref": "Q"}], "PolicyDocument": %1$s}},
      "BP": {"Type": "AWS::S3::BucketPolicy", "Properties": {"Bucket": {"Ref": "B"}, "PolicyDocument": %1$s}},
      "E": {"Type": "AWS::Events::EventBusPolicy", "Properties": {"StatementId": "s", "Statement": %1$s}},
      "A": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Policy": %1$s}}}}
      """;

  private PolicyTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Text.of("template.json", input).ifPresent(PolicyTarget::check);
  }

  private static void check(SourceFile text) {
    Judgement.check(Map.of(text.name(), TEMPLATE.formatted(Text.quoted(text.text()))));
    Judgement.check(Map.of(text.name(), TEMPLATE.formatted(text.text())));
  }
}
