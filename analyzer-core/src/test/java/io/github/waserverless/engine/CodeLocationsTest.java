package io.github.waserverless.engine;

import static io.github.waserverless.engine.Synthesized.stack;
import static io.github.waserverless.engine.Synthesized.template;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the code of functions lies, by what templates and assemblies say. */
class CodeLocationsTest {

  private static final String FUNCTION =
      "Resources: {F: {Type: AWS::Lambda::Function, %s}, Q: {Type: AWS::SQS::Queue}}";

  @TempDir Path folder;

  private static TemplateReader reader() {
    return new TemplateReader(
        new TemplateLoader(Map.of(), Tables.shipped(LocalDate.EPOCH), RootedFiles.ANYWHERE),
        new KeptTrees(0));
  }

  private static ApplicationBuilder.Member member(Path path, String text) {
    TemplateLoader loader =
        new TemplateLoader(Map.of(), Tables.shipped(LocalDate.EPOCH), RootedFiles.ANYWHERE);
    SourceFile source = new SourceFile(path, Names.of(path), text);
    return new ApplicationBuilder.Member(
        source, loader.load(source, true, Optional.empty()).template().orElseThrow());
  }

  private static FunctionCode code(ApplicationBuilder.Member member) {
    List<FunctionCode> functions = CodeLocations.in(member);
    assertEquals(1, functions.size());
    return functions.get(0);
  }

  private static String location(ApplicationBuilder.Member member) {
    return Names.of(code(member).location());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Properties: {Code: ./src}|app/src",
        "Properties: {Code: ../lambdas/f.jar}|lambdas/f.jar",
        "Properties: {Code: 's3://bucket/f.jar'}|app",
        "Properties: {Code: {S3Bucket: b, S3Key: k}}|app",
        "Properties: {Code: 's3://bucket/f.jar'}, Metadata: {CodeUri: built}|app/built",
        "Properties: {Code: 'https://example.org/f.jar'}|app",
        "Properties: {Code: {S3Bucket: b}}, Metadata: {CodeUri: built}|app/built",
        "Properties: {Code: {ImageUri: i}}, Metadata: {DockerContext: image}|app/image",
        "Properties: {Code: own}, Metadata: {DockerContext: image, CodeUri: built}|app/own",
        "Metadata: {DockerContext: image, CodeUri: built}|app/image",
        "Metadata: {}|app"
      })
  void aTemplateSaysIt(String function, String location) {
    assertEquals(
        location, location(member(Path.of("app/template.yaml"), FUNCTION.formatted(function))));
  }

  @Test
  void aPathThatNoFileSystemTakesIsNone() {
    String longest = "a/".repeat(2_048);
    for (String path : List.of(longest + "b", longest)) {
      String text = FUNCTION.formatted("Properties: {Code: " + path + "}");
      String code = location(member(Path.of("app/template.yaml"), text));
      assertEquals(path.length() > 4_096 ? 3 : 4_099, code.length());
    }
  }

  @Test
  void aServerlessFunctionSaysItInItsOwnWay() {
    String sam =
        """
        Transform: AWS::Serverless-2016-10-31
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties:
              CodeUri: %s
        """;
    Path path = Path.of("app/template.yaml");
    assertEquals("app/src", location(member(path, sam.formatted("src"))));
    assertEquals("app", location(member(path, sam.formatted("s3://bucket/f.jar"))));
    assertEquals(
        "app/template.yaml:6:7", code(member(path, sam.formatted("src"))).place().toString());
  }

  @Test
  void thePlaceOfTheCodeIsThatOfTheProperty() {
    String text = FUNCTION.formatted("\n  Properties: {\n    Code: src}");
    assertEquals("t.yaml:3:5", code(member(Path.of("t.yaml"), text)).place().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "java21, true",
    "java8.al2, true",
    "python3.13, false",
    "provided.al2023, false",
    "!ImportValue runtime, false"
  })
  void onlyARuntimeOfJavaIsJavaForCertain(String runtime, boolean java) {
    String text = FUNCTION.formatted("Properties: {Runtime: %s}".formatted(runtime));
    assertEquals(java, code(member(Path.of("t.yaml"), text)).java());
  }

  /** Where the code of the only function of an assembly is taken from, in the project. */
  private String synthesized(Synthesized app, String metadata) throws Exception {
    app.manifest(stack("A", ""));
    app.write(
        "cdk.out/A.template.json",
        template("\"F\": {\"Type\": \"AWS::Lambda::Function\", \"Metadata\": {%s}}")
            .formatted(metadata));
    List<TemplateReader.Read> read =
        AssemblySearch.in(List.of(app.out()), RootedFiles.ANYWHERE, Exclusion.NONE, reader());
    TemplateFile template = read.get(1).templates().get(0);
    assertTrue(template.functions().get(0).synthesized());
    Path location = template.functions().get(0).location();
    return Names.of(app.project().relativize(location));
  }

  private static String asset(String path) {
    return "\"aws:asset:property\": \"Code\", \"aws:asset:path\": \"%s\"".formatted(path);
  }

  @Test
  void anAssemblySaysWhereACopyCameFrom() throws Exception {
    Synthesized app = Synthesized.in(folder);
    String original = ", \"aws:asset:original-path\": \"../lambdas/f\"";
    assertEquals("lambdas/f", synthesized(app, asset("asset.12") + original));
    assertEquals("lambdas/g", synthesized(app, asset("../lambdas/g")));
  }

  @Test
  void aCopyItselfIsFromAnywhereInTheProject() throws Exception {
    Synthesized app = Synthesized.in(folder);
    assertEquals(".", synthesized(app, asset("asset.12")));
    assertEquals(".", synthesized(app, asset("bundled/f")));
    assertEquals(".", synthesized(app, asset("../other/asset.12")));
    assertEquals(".", synthesized(app, asset("../../elsewhere")));
    assertEquals(".", synthesized(app, ""));
  }

  @Test
  void theWholeBuildOfTheProjectMayHaveIt() throws Exception {
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Synthesized app = Synthesized.in(folder);
    app.write("pom.xml", "<project/>");
    assertEquals("../sibling", synthesized(app, asset("../../sibling")));
    assertEquals(".", synthesized(app, asset("../../../elsewhere")));
  }

  @Test
  void withoutAProjectTheCodeIsWhereTheTemplateIs() throws Exception {
    Synthesized app = Synthesized.in(folder.resolve("a/b/c/d/e"));
    Files.delete(app.project().resolve("cdk.json"));
    assertEquals("cdk.out", synthesized(app, ""));
    assertEquals("cdk.out", synthesized(app, asset("../lambdas")));
  }
}
