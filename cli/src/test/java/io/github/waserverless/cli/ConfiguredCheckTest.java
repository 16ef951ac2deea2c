package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredCheckTest {

  /** A warning of WAS701, and one of WAS908 that depends on a parameter. */
  private static final String TEMPLATE =
      """
      Parameters:
        Days: {Type: Number, Default: 30}
      Resources:
        Consumed:
          Type: AWS::SQS::Queue
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties: {EventSourceArn: !GetAtt Consumed.Arn, FunctionName: f}
        Function:
          Type: AWS::Lambda::Function
          Properties:
            FunctionName: f
            Runtime: python3.13
            Handler: app.handler
            Role: arn:aws:iam::123456789012:role/r
            MemorySize: 512
            Timeout: 5
            TracingConfig: {Mode: Active}
            LoggingConfig: {LogGroup: !Ref Logs}
            Code: {S3Bucket: b, S3Key: k}
        Logs:
          Type: AWS::Logs::LogGroup
          Properties: {RetentionInDays: !Ref Days}
      """;

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Call check(String... options) {
    String[] all = new String[options.length + 5];
    all[0] = "check";
    all[1] = folder.toString();
    all[2] = "--notes";
    all[3] = "--format";
    all[4] = "compact";
    System.arraycopy(options, 0, all, 5, options.length);
    return Call.of(all);
  }

  @Test
  void rulesAreTurnedOffAndWeighed() throws IOException {
    write("template.yaml", TEMPLATE);
    assertTrue(check().out().contains("warning WAS701"), check().out());
    write(".wa-serverless.yaml", "rules: {WAS701: error}");
    assertTrue(check().out().contains("error WAS701"), check().out());
    assertTrue(check("--no-config").out().contains("warning WAS701"));
    write(".wa-serverless.yaml", "rules: {queue-without-dlq: off}");
    assertFalse(check().out().contains("WAS701"));
    assertTrue(check("--rule", "WAS701").out().contains("WAS701"));
  }

  @Test
  void aSeverityIsNotRaisedWhereTheRuleItselfHasDoubts() throws IOException {
    write("template.yaml", TEMPLATE.replace("!GetAtt Consumed.Arn", "x"));
    write(".wa-serverless.yaml", "rules: {WAS701: error}");
    assertTrue(check().out().contains("note WAS701"), check().out());
  }

  @Test
  void optionsReachTheirRule() throws IOException {
    write("template.yaml", TEMPLATE);
    assertFalse(check().out().contains("WAS908"), check().out());
    write(".wa-serverless.yaml", "rules: {WAS908: {least-days: 60}}");
    assertTrue(check().out().contains("note WAS908 Logs keeps logs for 30 days"), check().out());
  }

  @Test
  void eachEnvironmentIsChecked() throws IOException {
    write("template.yaml", TEMPLATE);
    write("prod.json", "{\"Days\": \"2\"}");
    write(
        ".wa-serverless.yaml",
        """
        parameters: {Days: 1}
        environments:
          dev:
            parameters: {Days: 60}
          prod:
            parameter-files: [prod.json]
        """);
    String all = check().out();
    assertTrue(all.contains("Logs keeps logs for 2 days: they may"), all);
    assertTrue(all.lines().anyMatch(l -> l.contains("WAS908") && l.contains("(in prod)")), all);
    assertFalse(all.lines().anyMatch(l -> l.contains("WAS701") && l.contains("(in")), all);
    assertFalse(check("--environment", "dev").out().contains("WAS908"));
    assertTrue(check("--environment", "prod").out().contains("WAS908"));
    assertFalse(check("--environment", "prod").out().contains("(in prod)"));
    assertFalse(check("--parameter", "Days=60").out().contains("WAS908"));
    Call call = check("--environment", "prd");
    assertEquals(ExitCode.USAGE, call.code());
    assertTrue(call.err().contains("did you mean prod?"), call.err());
  }

  @Test
  void foldersAreIncludedAndExcluded() throws IOException {
    write("a/template.yaml", TEMPLATE);
    write("b/template.yaml", TEMPLATE);
    write("tests/c/template.yaml", TEMPLATE);
    write(".wa-serverless.yaml", "exclude: b/\n");
    assertTrue(check().out().contains("a/template.yaml"));
    assertFalse(check().out().contains("b/template.yaml"));
    String named = folder.resolve("b/template.yaml").toString();
    assertTrue(check(named).out().contains("b/template.yaml"));
    write(".wa-serverless.yaml", "include: ['tests/*', b]\n");
    String config = folder.resolve(".wa-serverless.yaml").toString();
    String out = Call.of("check", "--config", config, "--format", "compact").out();
    assertTrue(out.contains("b/template.yaml"), out);
    assertTrue(out.contains("tests/c/template.yaml"), out);
    assertFalse(out.contains("a/template.yaml"), out);
    write(".wa-serverless.yaml", "include: ['x*']\n");
    Call call = Call.of("check", "--config", config);
    assertEquals(ExitCode.USAGE, call.code());
    assertTrue(call.err().contains("include means with x*"), call.err());
  }

  @Test
  void theThresholdIsTheProjectsUnlessTheCallSaysOtherwise() throws IOException {
    write("template.yaml", TEMPLATE);
    write(".wa-serverless.yaml", "fail-on: error");
    assertEquals(ExitCode.CLEAN, check().code());
    assertEquals(ExitCode.FINDINGS, check("--fail-on", "warning").code());
  }

  @Test
  void allThatIsWrongIsTold() throws IOException {
    write("template.yaml", TEMPLATE);
    write(".wa-serverless.yaml", "profil: strict\nrules: {WAS7001: off}\n");
    Call call = check();
    assertEquals(ExitCode.USAGE, call.code());
    assertEquals(3, call.err().lines().count(), call.err());
    assertTrue(call.err().contains(".yaml:1:1: unknown key profil: did you mean profile?"));
    assertTrue(call.err().contains(".yaml:2:9: there is no rule WAS7001: did you mean"));
    assertEquals(ExitCode.FINDINGS, check("--no-config").code());
    assertEquals(ExitCode.USAGE, check("--no-config", "--config", "x").code());
  }
}
