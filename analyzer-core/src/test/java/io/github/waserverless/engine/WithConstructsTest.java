package io.github.waserverless.engine;

import static io.github.waserverless.engine.Synthesized.stack;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an assembly adds to its templates. */
class WithConstructsTest {

  private static final String METADATA =
      """
      , "metadata": {
        "/A/Queue/Resource": [{"type": "aws:cdk:logicalId", "data": "Q"}],
        "/A/Twin/Resource": [{"type": "aws:cdk:logicalId", "data": "Two"}],
        "/A/Other/Resource": [{"type": "aws:cdk:logicalId", "data": "Two"}],
        "/A/Provider/framework/Resource": [{"type": "aws:cdk:logicalId", "data": "P"}],
        "/A/Provider": [{"type": "aws:cdk:is-custom-resource-handler-singleton"}]}
      """;

  @TempDir Path folder;

  private Synthesized app;

  @BeforeEach
  void synthesize() throws Exception {
    app = Synthesized.in(folder);
    app.manifest(stack("A", METADATA));
  }

  private Optional<Template> read(String template) throws Exception {
    app.write("cdk.out/A.template.json", template);
    TemplateReader reader =
        new TemplateReader(
            new TemplateLoader(Map.of(), Tables.shipped(LocalDate.EPOCH), RootedFiles.ANYWHERE),
            new KeptTrees(0));
    return AssemblySearch.in(List.of(app.out()), RootedFiles.ANYWHERE, Exclusion.NONE, reader)
        .stream()
        .flatMap(read -> read.templates().stream())
        .flatMap(file -> file.open().stream())
        .map(ApplicationBuilder.Member::template)
        .findFirst();
  }

  /** A value in one line, without quotes. */
  private static String line(Value value) {
    if (value instanceof Mapping mapping) {
      return mapping.entries().stream()
          .map(entry -> entry.name() + ": " + line(entry.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Sequence sequence) {
      return sequence.items().stream()
          .map(WithConstructsTest::line)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof Intrinsic call
        ? call.function() + " " + line(call.argument())
        : ((Scalar) value).raw();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Q|{\"Type\": \"T\"}|{Type: T, Metadata: {aws:cdk:path: A/Queue/Resource}}",
        "Q|{\"Metadata\": {\"a\": \"b\"}, \"Type\": \"T\"}"
            + "|{Type: T, Metadata: {a: b, aws:cdk:path: A/Queue/Resource}}",
        "Q|{\"Metadata\": {\"aws:cdk:path\": \"A/Own\"}}|{Metadata: {aws:cdk:path: A/Own}}",
        "Q|{\"Metadata\": \"none\"}|{Metadata: {aws:cdk:path: A/Queue/Resource}}",
        "Q|{\"Metadata\": {\"aws:cdk:path\": {}}}"
            + "|{Metadata: {aws:cdk:path: {}, aws:cdk:path: A/Queue/Resource}}",
        "Two|{\"Type\": \"T\"}|{Type: T}",
        "Unknown|{\"Type\": \"T\"}|{Type: T}",
        "P|{\"Type\": \"T\"}|{Type: T, Metadata: {aws:cdk:path: A/Provider/framework/Resource,"
            + " aws:cdk:is-custom-resource-handler: true}}",
        "X|{\"Metadata\": {\"aws:cdk:path\": \"A/Provider/X\"}}"
            + "|{Metadata: {aws:cdk:path: A/Provider/X, aws:cdk:is-custom-resource-handler: true}}",
        "Q|\"no resource\"|no resource"
      })
  void aResourceKnowsItsConstruct(String name, String written, String complete) throws Exception {
    Template template =
        read("{\"Resources\": {\"%s\": %s}}".formatted(name, written)).orElseThrow();
    assertEquals("{Resources: {" + name + ": " + complete + "}}", line(template.root()));
  }

  @Test
  void streamsOfTheCdkAreEncryptedWhereEncryptionIsKnown() throws Exception {
    String conditions =
        """
        "Conditions": {"Own": {"Fn::Equals": ["a", "a"]},
         "AwsCdkKinesisEncryptedStreamsUnsupportedRegions": {"Fn::Or": [
          {"Fn::Equals": [{"Ref": "AWS::Region"}, "cn-north-1"]}, {"Condition": "Own"}]}}
        """;
    Template template = read("{\"Resources\": {}, " + conditions + "}").orElseThrow();
    assertEquals(
        "{Own: Equals [a, a],"
            + " AwsCdkKinesisEncryptedStreamsUnsupportedRegions: Equals [Region, another]}",
        line(template.root().get("Conditions").orElseThrow()));
    assertEquals(
        "{Resources: {}, Conditions: none}",
        line(read("{\"Resources\": {}, \"Conditions\": \"none\"}").orElseThrow().root()));
  }

  @Test
  void withoutResourcesThereIsNothingToKnow() throws Exception {
    assertEquals(Optional.empty(), read("{\"Resources\": []}"));
  }
}
