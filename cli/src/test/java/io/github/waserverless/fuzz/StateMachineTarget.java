package io.github.waserverless.fuzz;

import io.github.waserverless.source.SourceFile;
import java.util.Map;

/** Drives the reader of state machine definitions, in a template and in a file beside it. */
public final class StateMachineTarget {

  private static final String TEMPLATE =
      """
      {"Transform": "AWS::Serverless-2016-10-31",
      "Parameters": {"P": {"Type": "String"}},
      "Conditions": {"C": {"Fn::Equals": [{"Ref": "P"}, "a"]}},
      "Resources": {
      "F": {"Type": "AWS::Serverless::Function", "Properties": {"Runtime": "java21", "Handler": "a.B"}},
      "Q": {"Type": "AWS::SQS::Queue"},
      "Held": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": %1$s}},
      "Joined": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString":
      {"Fn::If": ["C", {"Fn::Join": ["", [%1$s, {"Ref": "P"}]]}, {"Fn::Sub": %1$s}]}}},
      "Named": {"Type": "AWS::Serverless::StateMachine", "Properties": {
      "DefinitionUri": "states.asl.json",
      "DefinitionSubstitutions": {"Arn": {"Fn::GetAtt": ["F", "Arn"]}, "Queue": {"Ref": "Q"}},
      "Policies": [{"LambdaInvokePolicy": {"FunctionName": {"Ref": "F"}}}]}}}}
      """;

  private StateMachineTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Text.of("states.asl.json", input).ifPresent(StateMachineTarget::check);
  }

  private static void check(SourceFile file) {
    String template = TEMPLATE.formatted(Text.quoted(file.text()));
    Judgement.check(Map.of("template.json", template, file.name(), file.text()));
  }
}
