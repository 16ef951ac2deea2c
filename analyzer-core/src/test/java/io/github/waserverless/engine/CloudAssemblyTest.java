package io.github.waserverless.engine;

import static io.github.waserverless.engine.Synthesized.queue;
import static io.github.waserverless.engine.Synthesized.stack;
import static io.github.waserverless.engine.Synthesized.template;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a cloud assembly is read, and what belongs together. */
class CloudAssemblyTest {

  private static final String HERE = ", \"environment\": \"aws://111111111111/eu-west-1\"";
  private static final String THERE = ", \"environment\": \"aws://222222222222/eu-west-1\"";
  private static final String EXPORTING =
      """
      {"Resources": {"Q1": {"Type": "AWS::SQS::Queue"}},
       "Outputs": {"O": {"Value": {"Ref": "Q1"}, "Export": {"Name": "queue"}}}}
      """;
  private static final String IMPORTING =
      template("\"Q2\": " + queue("{\"Fn::ImportValue\": \"queue\"}"));

  @TempDir Path folder;

  private Synthesized app;

  @BeforeEach
  void synthesize() throws Exception {
    app = Synthesized.in(folder);
  }

  @Test
  void only_what_the_manifest_names_is_read() throws Exception {
    app.manifest(stack("A", ""));
    app.write("cdk.out/A.template.json", template("\"Q1\": " + queue("1")));
    app.write("cdk.out/Stale.template.json", template("\"Q2\": " + queue("1")));
    app.write("cdk.out/asset.12/template.json", template("\"Q3\": " + queue("1")));
    List<String> expected = List.of("cdk.out/A.template.json:1 Q1 means ");
    assertEquals(expected, app.findings(app.project()));
    assertEquals(expected, app.findings(app.out()));
    assertEquals(expected, app.findings(app.out().resolve("manifest.json")));
    assertEquals(expected, app.findings(app.project(), app.out()));
  }

  @Test
  void another_manifest_is_none_of_an_assembly() throws Exception {
    app.write("web/manifest.json", "{\"name\": \"a web application\"}");
    app.write("web/template.json", template("\"Q1\": " + queue("1")));
    app.manifest();
    assertEquals(List.of("web/template.json:1 Q1 means "), app.findings(app.project()));
  }

  @Test
  void the_stacks_of_an_assembly_are_one_application() throws Exception {
    app.manifest(stack("A", ""), stack("B", ""));
    app.write("cdk.out/A.template.json", EXPORTING);
    app.write("cdk.out/B.template.json", IMPORTING);
    assertEquals(
        "cdk.out/B.template.json:1 Q2 means A.template.json", app.findings(app.out()).get(1));
  }

  @Test
  void an_import_means_the_export_of_its_own_account_and_region() throws Exception {
    app.manifest(stack("A", HERE), stack("Other", THERE), stack("B", HERE));
    app.write("cdk.out/A.template.json", EXPORTING);
    app.write("cdk.out/Other.template.json", EXPORTING);
    app.write("cdk.out/B.template.json", IMPORTING);
    assertEquals(
        "cdk.out/B.template.json:1 Q2 means A.template.json", app.findings(app.out()).get(1));
  }

  @Test
  void a_stage_is_an_application_of_its_own() throws Exception {
    String named =
        "\"Q1\": {\"Type\": \"AWS::SQS::Queue\","
            + " \"Properties\": {\"QueueName\": \"jobs\", \"Tag\": \"jobs\"}}";
    app.manifest(
        "\"S\": {\"type\": \"cdk:cloud-assembly\","
            + " \"properties\": {\"directoryName\": \"assembly-S\"}}",
        stack("A", ""));
    app.manifestIn("cdk.out/assembly-S", "55.0.0", stack("B", ""));
    app.write("cdk.out/A.template.json", template(named));
    app.write("cdk.out/assembly-S/B.template.json", template(named));
    app.write("pom.xml", "<project/>");
    assertEquals(
        List.of(
            "cdk.out/A.template.json:1 Q1 means A.template.json",
            "cdk.out/assembly-S/B.template.json:1 Q1 means B.template.json"),
        app.findings(app.project()));
  }

  @Test
  void a_nested_stack_is_found_by_its_metadata_or_its_asset() throws Exception {
    String byMetadata =
        """
        "N": {"Type": "AWS::CloudFormation::Stack",
          "Properties": {"TemplateURL": {"Fn::Join": ["", ["https://s3", {"Ref": "X"}]]},
            "Parameters": {"Queue": {"Ref": "Q1"}}},
          "Metadata": {"aws:asset:path": "N.json", "aws:asset:property": "TemplateURL"}}
        """;
    String byAsset =
        """
        "N": {"Type": "AWS::CloudFormation::Stack",
          "Properties": {"TemplateURL": {"Fn::Sub": "https://s3.${AWS::URLSuffix}/b/12ab.json"},
            "Parameters": {"Queue": {"Ref": "Q1"}}}}
        """;
    app.write(
        "cdk.out/A.assets.json",
        "{\"files\": {\"12ab\": {\"source\": {\"path\": \"N.json\"},"
            + " \"destinations\": {\"d\": {\"objectKey\": \"12ab.json\"}}}}}");
    app.write(
        "cdk.out/N.json",
        "{\"Parameters\": {\"Queue\": {\"Type\": \"String\"}}, \"Resources\": {\"Q2\": %s}}"
            .formatted(queue("{\"Ref\": \"Queue\"}")));
    for (String nested : List.of(byMetadata, byAsset)) {
      app.manifest(
          stack("A", ""),
          "\"A.assets\": {\"type\": \"cdk:asset-manifest\","
              + " \"properties\": {\"file\": \"A.assets.json\"}}");
      app.write("cdk.out/A.template.json", template("\"Q1\": " + queue("1") + "," + nested));
      assertEquals("cdk.out/N.json:1 Q2 means A.template.json", app.findings(app.out()).get(1));
    }
  }

  @Test
  void the_same_resources_are_judged_once() throws Exception {
    app.manifest(stack("A", ""));
    String text = template("\"Q1\": " + queue("1"));
    app.write("cdk.out/A.template.json", text);
    app.write("template.json", text);
    app.write("other.json", template("\"Q2\": " + queue("1")));
    assertEquals(
        List.of("cdk.out/A.template.json:1 Q1 means ", "other.json:1 Q2 means "),
        app.findings(app.project()));
    assertEquals(
        List.of(
            "template.json the same resources as in %s/A.template.json, which is checked"
                .formatted(app.out())),
        app.notices(app.project()));
  }

  @Test
  void what_cannot_be_read_is_told() throws Exception {
    app.manifestIn("cdk.out", "99.0.0", stack("A", ""), stack("../../Outside", ""));
    app.write("../Outside.template.json", template("\"Q1\": " + queue("1")));
    app.write("cdk.out/A.template.json", template("\"Q1\": " + queue("1")));
    assertEquals(List.of("cdk.out/A.template.json:1 Q1 means "), app.findings(app.out()));
    assertEquals(
        List.of(
            "cdk.out/manifest.json what version 99.0.0 of the assembly's schema added,"
                + " 55 is the newest known",
            "cdk.out/manifest.json Outside.template.json lies outside of what is checked"),
        app.notices(app.out()));
    app.write("cdk.out/manifest.json", "{");
    assertEquals(1, app.notices(app.out()).size());
  }

  @Test
  void stacks_in_stacks_are_read_however_deep_they_are() throws Exception {
    int depth = 2_000;
    for (int i = 0; i < depth; i++) {
      app.write(
          "cdk.out/N" + i + ".template.json",
          template(
              "\"N\": {\"Type\": \"AWS::CloudFormation::Stack\", \"Metadata\":"
                  + " {\"aws:asset:path\": \"N%d.template.json\",".formatted(i + 1)
                  + " \"aws:asset:property\": \"TemplateURL\"}}"));
    }
    app.write("cdk.out/N" + depth + ".template.json", template("\"Q\": " + queue("1")));
    app.manifest(stack("N0", ""));
    assertEquals(
        List.of("cdk.out/N" + depth + ".template.json:1 Q means "), app.findings(app.out()));
  }

  @Test
  void templates_with_the_same_names_are_not_always_the_same() throws Exception {
    app.manifest(stack("A", ""), stack("B", ""), stack("C", ""));
    app.write("cdk.out/A.template.json", template("\"Q1\": " + queue("1")));
    app.write(
        "cdk.out/B.template.json", template("\"Q1\": " + queue("1") + ", \"Q2\": " + queue("2")));
    app.write("cdk.out/C.template.json", template("\"Q9\": " + queue("1")));
    app.write("apart.json", template("\"Q2\": " + queue("1") + ", \"Q9\": " + queue("2")));
    String more = "\"Q1\": {\"Type\": \"AWS::SQS::Queue\", \"Properties\": {\"Other\": 1}}";
    app.write("more.json", template(more));
    app.write("type.json", template("\"Q1\": " + queue("1").replace("SQS", "SNS")));
    app.write("name.json", template("\"Q3\": " + queue("1")));
    app.write("none.json", template("\"Q1\": {\"Type\": \"AWS::SQS::Queue\"}"));
    app.write("meta.json", template("\"CDKMetadata\": " + queue("1")));
    app.write(
        "both.json",
        template(
            "\"CDKMetadata\": {\"Type\": \"AWS::CDK::Metadata\"}, \"Q2\": %s, \"Q1\": %s"
                .formatted(queue("3"), queue("4"))));
    assertEquals(
        List.of(
            "both.json the same resources as in %s/B.template.json, which is checked"
                .formatted(app.out())),
        app.notices(app.project()));
  }
}
