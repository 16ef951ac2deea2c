package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionReportsTest {

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("template.yaml"),
        """
        Resources:
          A: # wa-serverless:ignore WAS701 because
            Type: AWS::SQS::Queue
          B:
            # wa-serverless:ignore WAS701
            Type: AWS::SNS::Topic
          C:
            Type: AWS::SQS::Queue
            Metadata:
              cdk_nag: {rules_to_suppress: [{id: AwsSolutions-SQS3, reason: theirs}]}
        """);
  }

  private Call check(String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "check";
    all[1] = folder.toString();
    all[2] = "--notes";
    System.arraycopy(options, 0, all, 3, options.length);
    return Call.of(all);
  }

  @Test
  void textCountsThem() {
    String text = check().out();
    assertTrue(text.contains("\nSuppressed 1 finding\n"), text);
    assertFalse(text.contains("A has no dead-letter queue"), text);
    assertTrue(text.contains("C has no dead-letter queue"), text);
    assertTrue(text.contains("warning WAS091: WAS701 is suppressed without a reason"), text);
    assertTrue(text.contains("note WAS092: WAS701 has no finding here"), text);
  }

  @Test
  void peersAreHeededOnRequest() throws IOException {
    assertTrue(check("--honour-peer-suppressions").out().contains("\nSuppressed 2 findings\n"));
    Files.writeString(folder.resolve(".wa-serverless.yaml"), "honour-peer-suppressions: true\n");
    assertTrue(check().out().contains("\nSuppressed 2 findings\n"));
  }

  @Test
  void theConfigurationSuppressesByPath() throws IOException {
    Files.writeString(
        folder.resolve(".wa-serverless.yaml"),
        """
        ignore:
          - paths: "template.*"
            rules: [WAS701]
            reason: legacy
          - paths: "other.yaml"
            rules: [WAS701]
            reason: unused
        """);
    String json = check("--format", "json").out();
    assertTrue(
        json.contains("\"means\": \"configuration\",\n        \"reason\": \"legacy\""), json);
    assertTrue(json.contains("\"means\": \"comment\",\n        \"reason\": \"because\""), json);
    assertEquals(1, count(json, "has no finding here"), json);
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  @Test
  void sarifHoldsThemOnRequest() {
    String without = check("--format", "sarif").out();
    assertFalse(without.contains("\"suppressions\""), without);
    String with = check("--format", "sarif", "--include-suppressed").out();
    assertTrue(with.contains("\"kind\": \"inSource\""), with);
    assertTrue(with.contains("\"justification\": \"because\""), with);
  }
}
