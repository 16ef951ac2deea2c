package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.configuration.Configuration;
import io.github.waserverless.configuration.ConfigurationReader;
import io.github.waserverless.configuration.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

  private static final RuleCatalog CATALOG =
      RuleCatalog.load(InitCommandTest.class.getClassLoader());

  @TempDir private Path folder;

  private Path config() {
    return folder.resolve(".wa-serverless.yaml");
  }

  private Configuration init() throws Exception {
    Call call = Call.of("init", folder.toString());
    assertEquals(ExitCode.CLEAN, call.code(), call.err());
    return ConfigurationReader.read(config(), CATALOG);
  }

  @Test
  void whatIsFoundIsInIt() throws Exception {
    Files.writeString(
        folder.resolve("template.yaml"),
        """
        Parameters: {Stage: {Type: String}, Secret: {Type: String, NoEcho: true}}
        Resources:
          Orders: {Type: AWS::SQS::Queue}
        """);
    Files.writeString(
        folder.resolve("samconfig.toml"),
        """
        version = 0.1
        [default.build.parameters]
        parameter_overrides = "Ignored=1"
        [dev.deploy.parameters]
        parameter_overrides = "Stage=\\"dev one\\" Days=3"
        [prod.deploy.parameters]
        parameter_overrides = [
          "Stage=prod",
          'Other=x',
        ]
        """);
    Configuration read = init();
    assertEquals(
        List.of(
            new Configuration.Deployment("dev", Map.of("Stage", "dev one", "Days", "3"), List.of()),
            new Configuration.Deployment("prod", Map.of("Stage", "prod", "Other", "x"), List.of())),
        read.deployments());
    String text = Files.readString(config());
    assertTrue(text.contains("# Found 1 template with 1 resource and 0 functions"), text);
    assertTrue(text.contains("#   WAS701: warning # queue-without-dlq: 1\n"), text);
    assertTrue(text.contains("# parameters:\n#   Stage:\n\n"), text);
    assertTrue(text.lines().skip(1).allMatch(l -> l.length() <= 100), text);
  }

  @Test
  void whatIsCommentedOutIsRight() throws Exception {
    init();
    String text =
        Files.readString(config())
            .lines()
            .skip(1)
            .map(line -> line.matches("# ( |[a-z-]+:( |$)).*") ? line.substring(2) : line)
            .collect(Collectors.joining("\n"));
    Files.writeString(config(), text);
    Configuration read = ConfigurationReader.read(config(), CATALOG);
    assertEquals(1, read.deployments().size(), text);
    assertEquals(1, read.ignored().size(), text);
    assertEquals(1, read.rules().size(), text);
    assertEquals(1, read.scope().include().size(), text);
    assertTrue(read.reporting().honourPeers(), text);
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.writeString(config(), "profile: strict");
    Call call = Call.of("init", folder.toString());
    assertEquals(ExitCode.USAGE, call.code());
    assertTrue(call.err().contains("is there already"), call.err());
    assertEquals("profile: strict", Files.readString(config()));
    assertEquals(ExitCode.USAGE, Call.of("init", folder.resolve("no").toString()).code());
  }

  /** {@code -Dupdate} rewrites the schema in {@code docs}. */
  @Test
  void theSchemaIsUpToDate() throws IOException {
    Path file = Path.of("../docs/configuration.schema.json");
    String schema = Call.of("schema").out();
    if (System.getProperty("update") != null) {
      Files.writeString(file, schema);
    }
    assertEquals(schema, Files.readString(file).replace("\r\n", "\n"));
  }
}
