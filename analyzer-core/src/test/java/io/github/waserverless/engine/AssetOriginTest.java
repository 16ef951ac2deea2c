package io.github.waserverless.engine;

import static io.github.waserverless.engine.Synthesized.stack;
import static io.github.waserverless.engine.Synthesized.template;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which source the handler of a function has whose code is an asset. */
class AssetOriginTest {

  private static final String FUNCTION =
      """
      "F": {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": "java21",
        "Handler": "demo.Handler", "Code": {"S3Bucket": "b", "S3Key": "12.%s"}},
        "Metadata": {"aws:asset:path": "asset.12%s", "aws:asset:property": "Code"%s}}
      """;
  private static final String HANDLER =
      """
      package demo;
      public class Handler
          implements com.amazonaws.services.lambda.runtime.RequestHandler<String, String> {
        public String handleRequest(
            String event, com.amazonaws.services.lambda.runtime.Context context) {
          return event;
        }
      }
      """;

  @TempDir Path folder;

  private Synthesized app;

  @BeforeEach
  void synthesize() throws Exception {
    app = Synthesized.in(folder);
    app.manifest(stack("A", ""));
    for (String module : List.of("one", "two")) {
      app.write(module + "/pom.xml", "<project/>");
      app.write(module + "/src/main/java/demo/Handler.java", HANDLER);
      app.write(module + "/target/" + module + ".jar", "the jar of " + module);
      app.write(module + "/target/classes/demo/Handler.class", "the class of " + module);
    }
  }

  /** The module whose source the handler is bound to. */
  private String module(String ending, String more) throws Exception {
    return moduleOf(FUNCTION, ending, more);
  }

  private String moduleOf(String function, String... parts) throws Exception {
    Object[] all = {"jar", parts[0], parts.length > 1 ? parts[1] : ""};
    app.write("cdk.out/A.template.json", template(function.formatted(all)));
    Facts facts =
        new Run(List.of(), Tables.shipped(LocalDate.EPOCH), Map.of())
            .facts(Search.in(List.of(app.project())), Progress.NONE);
    return facts.applications().get(0).functions().get(0).entry().stream()
        .map(entry -> app.project().relativize(Path.of(entry.place().file())).getName(0) + "")
        .findFirst()
        .orElse("none");
  }

  @Test
  void the_module_with_the_same_archive_has_it() throws Exception {
    app.write("cdk.out/asset.12.jar", "the jar of two");
    assertEquals("two", module(".jar", ""));
  }

  @Test
  void the_module_with_the_same_classes_has_it() throws Exception {
    app.write("cdk.out/asset.12/demo/Handler.class", "the class of one");
    assertEquals("one", module("", ""));
  }

  @Test
  void where_none_or_all_are_the_same_it_is_not_known() throws Exception {
    assertEquals("none", module(".jar", ""));
    app.write("cdk.out/asset.12.jar", "another jar");
    assertEquals("none", module(".jar", ""));
    app.write("one/target/one.jar", "another jar");
    app.write("two/target/two.jar", "another jar");
    assertEquals("none", module(".jar", ""));
  }

  @Test
  void older_libraries_tell_where_it_was_copied_from() throws Exception {
    String original = ", \"aws:asset:original-path\": \"%s/one/target/one.jar\"";
    assertEquals("one", module(".jar", original.formatted(app.project())));
    assertEquals("none", module(".jar", original.formatted("/elsewhere")));
  }

  @Test
  void a_name_that_only_one_module_has_needs_no_asset() throws Exception {
    app.write("two/src/main/java/demo/Handler.java", "package demo; class Other {}");
    assertEquals("one", module(".jar", ""));
  }

  @Test
  void an_asset_without_metadata_is_known_by_its_name() throws Exception {
    app.write("cdk.out/asset.12.jar", "the jar of two");
    app.manifest(
        stack("A", ""),
        "\"A.assets\": {\"type\": \"cdk:asset-manifest\", \"properties\": {\"file\": \"A.assets.json\"}}");
    app.write(
        "cdk.out/A.assets.json",
        """
        {"version": "36.0.0", "files": {"12": {"source": {"path": "asset.12.jar"},
          "destinations": {"here": {"bucketName": "b", "objectKey": "12.jar"}}}}}
        """);
    assertEquals("two", moduleOf(FUNCTION.replaceFirst("(?s),\\s*\"Metadata.*", "}\n"), "x"));
  }

  @Test
  void what_lies_elsewhere_is_no_copy() throws Exception {
    app.write("cdk.out/12.jar", "the jar of two");
    app.write("asset.12.jar", "the jar of two");
    assertEquals("none", moduleOf(FUNCTION.replace("asset.12%s", "%s"), "12.jar"));
    assertEquals("two", moduleOf(FUNCTION.replace("asset.12%s", "%s"), "../asset.12.jar"));
    app.write("other/asset.12.jar", "the jar of two");
    assertEquals("none", moduleOf(FUNCTION.replace("asset.12%s", "%s"), "../other/asset.12.jar"));
  }
}
