package io.github.waserverless.fuzz;

import io.github.waserverless.source.SourceFile;
import java.util.Map;

/** Drives the reader of OpenAPI documents, in a template and in a file beside it. */
public final class OpenApiTarget {

  private static final String TEMPLATE =
      """
      {"Transform": "AWS::Serverless-2016-10-31", "Resources": {
      "F": {"Type": "AWS::Serverless::Function", "Properties": {"Runtime": "java21", "Handler": "a.B",
      "Events": {"R": {"Type": "Api", "Properties": {"Path": "/x", "Method": "get", "RestApiId": {"Ref": "Named"}}}}}},
      "Held": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Body": %1$s}},
      "Included": {"Type": "AWS::Serverless::HttpApi", "Properties": {"DefinitionBody":
      {"Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": "api.yaml"}}}}},
      "Named": {"Type": "AWS::Serverless::Api", "Properties": {"StageName": "live", "DefinitionUri": "api.yaml"}}}}
      """;

  private OpenApiTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Text.of("api.yaml", input).ifPresent(OpenApiTarget::check);
  }

  private static void check(SourceFile file) {
    String quoted = TEMPLATE.formatted(Text.quoted(file.text()));
    Judgement.check(Map.of("template.json", quoted, file.name(), file.text()));
    Judgement.check(Map.of("template.json", TEMPLATE.formatted(file.text())));
  }
}
