package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The SARIF log as those who upload it get it. {@code -Dsarif.paths=A:B} validates what is found in
 * other folders as well.
 */
class SarifTest {

  private static final Path ROOT = Path.of("..");
  private static final Path ORDERS = ROOT.resolve("test-fixtures/apps/orders");
  private static final int SKIPPED = 77;

  @TempDir private Path folder;

  private static Call sarif(Object... paths) {
    Stream<String> options = Stream.of("check", "--format", "sarif", "--profile", "strict");
    return Call.of(
        Stream.concat(options, Stream.of(paths).map(Object::toString)).toArray(String[]::new));
  }

  /** An application on its own, outside of this project. */
  private Path app(String name) throws IOException {
    Path app = Files.createDirectories(folder.resolve("apps").resolve(name));
    Path template = ROOT.resolve("test-fixtures/apps").resolve(name).resolve("template.yaml");
    Files.copy(template, app.resolve("template.yaml"), StandardCopyOption.REPLACE_EXISTING);
    return app;
  }

  private Path apps() throws IOException {
    app("orders");
    app("worker");
    return folder.resolve("apps");
  }

  @TestFactory
  Stream<DynamicTest> follows_the_schema() throws IOException {
    String others = System.getProperty("sarif.paths", "");
    Stream<Path> paths =
        Stream.concat(
            Stream.of(apps(), strange()),
            Stream.of(others.split(File.pathSeparator)).filter(p -> !p.isEmpty()).map(Path::of));
    return paths.map(
        path ->
            dynamicTest(
                path.toString(),
                () -> assertEquals(List.of(), SarifSchema.violations(sarif(path).out()))));
  }

  /** Files whose names and contents need care. */
  private Path strange() throws IOException {
    Path strange = Files.createDirectories(folder.resolve("größe 50% [x]#&\"'/a:b"));
    String queue = "Resources: {Orders: {Type: 'AWS::SQS::Queue'}}";
    Files.writeString(strange.resolve("😀 ?.yaml"), "# 😀\n" + queue);
    Files.writeString(strange.resolve("broken.yaml"), "Resources: [AWS::SQS::Queue");
    Files.write(
        strange.resolve("binary.yaml"), (queue + "\u00e4").getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(
        strange.resolve("small.json"),
        "{\"Resources\":{\"A\":{\"Type\":\"AWS::SQS::Queue\"},\"B\":{\"Type\":\"AWS::SQS::Queue\"}}}");
    return folder;
  }

  @Test
  void schema_is_not_content_with_everything() throws IOException {
    String log = sarif(app("orders")).out();
    assertFalse(
        SarifSchema.violations(log.replace("\"startLine\": 6,", "\"startLine\": 0,")).isEmpty());
    assertFalse(SarifSchema.violations(log.replace("template.yaml\"", "a b.yaml\"")).isEmpty());
  }

  @Test
  void is_as_expected() throws IOException {
    Path expected = ORDERS.resolve("expected.sarif");
    String log =
        Call.of(
                ("check --format sarif --category orders --rule WAS701 --rule WAS707 --rule WAS816"
                        + " --rule WAS901 "
                        + app("orders"))
                    .split(" "))
            .out();
    if (System.getProperty("update") != null) {
      Files.writeString(expected, log);
    }
    assertEquals(Files.readString(expected), log);
  }

  @Test
  void holds_notes_that_other_reports_hide() throws IOException {
    String app = app("worker").toString();
    assertFalse(Call.of("check", "--format", "json", app).out().contains("\"severity\": \"note\""));
    assertTrue(
        Call.of("check", "--format", "sarif", app)
            .out()
            .contains("\"level\": \"note\",\n          \"message\""));
  }

  @Test
  void says_when_and_where_it_ran_unless_it_must_be_the_same_every_time() throws IOException {
    Path app = app("orders");
    Environment plain = new Environment(Map.of(), false, false);
    String log = Call.in(plain, "check", "--format", "sarif", app.toString()).out();
    assertTrue(log.contains("\"startTimeUtc\""));
    assertTrue(log.contains("\"uri\": \"file:///"));
    String same = sarif(app).out();
    assertFalse(same.contains("\"startTimeUtc\""));
    assertFalse(same.contains("file:"));
    assertEquals(same, sarif(app).out());
  }

  @Test
  void leaves_out_what_is_suppressed_unless_asked() throws IOException {
    Path app = Files.createDirectories(folder.resolve("suppressed"));
    Files.writeString(
        app.resolve("template.yaml"),
        """
        Resources:
          # wa-serverless:ignore WAS701 drained by hand
          Orders:
            Type: AWS::SQS::Queue
          # wa-serverless:ignore WAS106 there is no function
          Returns:
            Type: AWS::SQS::Queue
        """);
    assertFalse(sarif(app).out().contains("\"suppressions\""));
    String log = sarif("--include-suppressed", app).out();
    assertTrue(log.contains("\"justification\": \"drained by hand\""), log);
    assertEquals(List.of(), SarifSchema.violations(log));
  }

  @Test
  void is_compressed_into_a_file_that_says_so() throws IOException {
    Path file = folder.resolve("report.sarif.gz");
    Path app = app("orders");
    Call call = sarif("-o", file, app);
    assertEquals("", call.out());
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      assertEquals(sarif(app).out(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Skipped without Node, and where the tool cannot be had. */
  @Test
  void satisfies_the_multitool() throws IOException, InterruptedException {
    Path apps = folder.resolve("apps.sarif");
    Path odd = folder.resolve("strange.sarif");
    Path input = strange();
    sarif("-o", apps, apps());
    sarif("-o", odd, "--category", "a b", input);
    Path script = ROOT.resolve("scripts/validate-sarif").toAbsolutePath();
    Process process =
        new ProcessBuilder("sh", script.toString(), apps.toString(), odd.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    assumeFalse(code == SKIPPED, said);
    assertEquals(0, code, said);
  }
}
