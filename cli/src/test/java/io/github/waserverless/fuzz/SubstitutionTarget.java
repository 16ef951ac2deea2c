package io.github.waserverless.fuzz;

import io.github.waserverless.source.SourceFile;
import java.util.Map;

/** Drives the reading of the texts of {@code Fn::Sub}, wherever templates have them. */
public final class SubstitutionTarget {

  private static final String TEMPLATE =
      """
      {"Transform": "AWS::LanguageExtensions",
      "Parameters": {"P": {"Type": "String", "Default": "p"}, "U": {"Type": "String"}},
      "Resources": {
      "T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Fn::Sub": %1$s}}},
      "Q": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Fn::Sub": [%1$s,
      {"A": {"Ref": "P"}, "B": {"Fn::Sub": %1$s}, "C": {"Fn::GetAtt": ["T", "TopicArn"]}}]}}},
      "F": {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": "java21", "Handler": {"Fn::Sub": %1$s},
      "Role": {"Fn::GetAtt": ["R", "Arn"]}, "Environment": {"Variables": {"V": {"Fn::Sub": %1$s}}}}},
      "R": {"Type": "AWS::IAM::Role", "Properties": {"Policies": [{"PolicyDocument": {"Statement": [
      {"Effect": "Allow", "Action": {"Fn::Sub": %1$s}, "Resource": {"Fn::Sub": %1$s}}]}}]}},
      "M": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {"FunctionName": {"Ref": "F"},
      "EventSourceArn": {"Fn::Sub": %1$s}}},
      "E": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern": {"Fn::Sub": %1$s},
      "ScheduleExpression": {"Fn::Sub": %1$s}, "Targets": [{"Id": "t", "Arn": {"Fn::Sub": %1$s}}]}}},
      "Outputs": {"O": {"Value": {"Fn::Sub": %1$s}, "Export": {"Name": {"Fn::Sub": %1$s}}}}}
      """;

  private SubstitutionTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Text.of("template.json", input).ifPresent(SubstitutionTarget::check);
  }

  private static void check(SourceFile text) {
    Judgement.check(Map.of(text.name(), TEMPLATE.formatted(Text.quoted(text.text()))));
  }
}
