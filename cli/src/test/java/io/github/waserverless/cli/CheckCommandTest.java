package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  /** One warning (a consumer is in sight) and one note. */
  private static final String TEMPLATE =
      """
      Parameters:
        Seconds: {Type: Number, Default: 345600}
      Resources:
        Consumed:
          Type: AWS::SQS::Queue
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties: {EventSourceArn: !GetAtt Consumed.Arn, FunctionName: f}
        Other:
          Type: AWS::SQS::Queue
          Properties:
            MessageRetentionPeriod: !Ref Seconds
      """;

  @TempDir private Path folder;

  private String template = "";

  @BeforeEach
  void write() throws IOException {
    template = write("template.yaml", TEMPLATE);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Call check(String... arguments) {
    String[] all = new String[arguments.length + 4];
    all[0] = "check";
    all[1] = "--rule";
    all[2] = "WAS701";
    all[3] = template;
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return Call.of(all);
  }

  @Test
  void warningsFailAndNotesAreHidden() {
    Call call = check();
    assertEquals(ExitCode.FINDINGS, call.code());
    assertTrue(call.out().startsWith("warning WAS701: Consumed has no"), call.out());
    assertTrue(call.out().contains("Found 1 warning (1 note hidden: --notes"), call.out());
    assertEquals("", call.err());
  }

  @Test
  void notesAreShownOnRequest() {
    assertTrue(check("--notes").out().contains("note WAS701: Other has no"));
  }

  @Test
  void failOnSetsTheThreshold() {
    assertEquals(ExitCode.CLEAN, check("--fail-on", "error").code());
    assertEquals(ExitCode.FINDINGS, check("--fail-on=warning").code());
    assertEquals(ExitCode.CLEAN, check("--fail-on", "never").code());
    Call note = check("--fail-on", "NOTE");
    assertEquals(ExitCode.FINDINGS, note.code());
    assertTrue(note.out().contains("note WAS701"), note.out());
  }

  @Test
  void compactHasOneLineForEachFinding() {
    Call call = check("--format", "compact", "--notes");
    assertEquals(2, call.out().lines().count());
    assertTrue(call.out().contains("template.yaml:4:3: warning WAS701 Consumed has no"));
    assertTrue(call.out().endsWith("[Other]\n"), call.out());
  }

  @Test
  void jsonIsForPrograms() {
    String json = check("--format", "json", "--stats").out();
    assertTrue(json.startsWith("{\n  \"schema\": 1,"), json);
    assertTrue(json.contains("\"known\": 2"), json);
    assertTrue(json.endsWith("}\n"), json);
  }

  @Test
  void statsSayHowMuchIsKnown() {
    assertTrue(check("--stats").out().contains("Values: 2 known, 1 refer to a resource"));
  }

  @Test
  void quietLeavesTheFindings() {
    String out = check("--quiet").out();
    assertTrue(out.startsWith("warning WAS701"), out);
    assertFalse(out.contains("Found"), out);
  }

  @Test
  void rulesAreSelectedByIdOrName() {
    assertEquals(
        ExitCode.FINDINGS, Call.of("check", "--rule", "queue-without-dlq", template).code());
    assertFalse(Call.of("check", "--exclude-rule=was701", template).out().contains("WAS701"));
    Call call = check("--exclude-rule", "queue-without-dlg");
    assertEquals(ExitCode.USAGE, call.code());
    assertTrue(call.err().contains("did you mean queue-without-dlq?"), call.err());
    assertEquals(ExitCode.USAGE, check("--exclude-rule", "WAS701").code());
  }

  @Test
  void parametersWinOverDefaults() throws IOException {
    assertTrue(check("--notes").out().contains("Other has"));
    assertFalse(check("--notes", "--parameter", "Seconds=60").out().contains("Other has"));
    String file = write("p.json", "[{\"ParameterKey\": \"Seconds\", \"ParameterValue\": \"60\"}]");
    assertFalse(check("--notes", "--parameter-file", file).out().contains("Other has"));
    assertTrue(
        check("--notes", "--parameter-file", file, "--parameter", "Seconds=600")
            .out()
            .contains("Other has"));
    assertEquals(ExitCode.USAGE, check("--parameter", "Seconds").code());
    assertEquals(ExitCode.USAGE, check("--parameter-file", file + ".not").code());
  }

  @Test
  void runtimeDataIsValidated() throws IOException {
    String bad = write("runtimes.json", "{\"asOf\": \"yesterday\"}");
    Call call = check("--runtime-data", bad);
    assertEquals(ExitCode.USAGE, call.code());
    assertTrue(call.err().contains("runtimes.json:1:10: expected asOf, a date"), call.err());
    String good = write("runtimes.json", "{\"asOf\": \"2026-10-01\", \"runtimes\": []}");
    assertEquals(ExitCode.FINDINGS, check("--runtime-data", good).code());
  }

  @Test
  void tablesThatAreOldAreNoticed() {
    Environment later = new Environment(Map.of("SOURCE_DATE_EPOCH", "1893456000"), false, false);
    Call call = Call.in(later, "check", template);
    assertTrue(call.err().contains("is more than a year old"), call.err());
    assertEquals("", check().err());
  }

  @Test
  void theReportGoesToAFile() throws IOException {
    Path file = folder.resolve("report.txt");
    Files.writeString(file, "old");
    Call call = check("-o", file.toString(), "--color", "auto");
    assertEquals(ExitCode.FINDINGS, call.code());
    assertEquals("", call.out());
    assertEquals(check().out(), Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count());
    }
    Call nowhere = check("-o", folder.resolve("no/report.txt").toString());
    assertEquals(ExitCode.USAGE, nowhere.code());
    assertTrue(nowhere.err().contains("its folder does not exist"), nowhere.err());
  }

  @Test
  void severalReportsAreWrittenAtOnce() throws IOException {
    Path json = folder.resolve("report.json");
    Path sarif = folder.resolve("report.sarif");
    Call call = check("--format", "text", "--format", "json=" + json, "--format=sarif=" + sarif);
    assertEquals(check().out(), call.out());
    assertEquals(check("--format", "json").out(), Files.readString(json));
    assertEquals(check("--format", "sarif").out(), Files.readString(sarif));
    assertEquals("", check("--format", "json=" + json).out());
  }

  @Test
  void unreadableInputIsToldWhereNoReportIsSeen() throws IOException {
    String broken = write("broken.yaml", "Resources: [\n");
    Call call = check(broken, "--format", "json=" + folder.resolve("report.json"));
    assertEquals(ExitCode.UNREADABLE, call.code());
    assertTrue(call.err().contains("broken.yaml:2:1: not YAML"), call.err());
  }

  @Test
  void colorIsForTerminals() {
    Map<String, String> none = Map.of();
    assertTrue(isColored(none, true));
    assertFalse(isColored(none, false));
    assertFalse(isColored(Map.of("NO_COLOR", "1"), true));
    assertFalse(isColored(Map.of("TERM", "dumb"), true));
    assertTrue(isColored(Map.of("NO_COLOR", "1"), false, "--color", "always"));
    assertFalse(isColored(none, true, "--color", "never"));
  }

  private boolean isColored(Map<String, String> variables, boolean terminal, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "check";
    arguments[1] = template;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Call.in(new Environment(variables, terminal, false), arguments)
        .out()
        .contains("\u001b[");
  }

  @Test
  void unreadableInputComesBeforeFindings() throws IOException {
    String broken = write("broken.yaml", "Resources: [\n");
    Call call = check(broken);
    assertEquals(ExitCode.UNREADABLE, call.code());
    assertTrue(call.out().contains("warning WAS701"), call.out());
    assertTrue(call.out().contains("broken.yaml:2:1: not YAML"), call.out());
    Call quiet = check(broken, "--format", "compact", "--quiet");
    assertTrue(quiet.err().contains("broken.yaml:2:1: not YAML"), quiet.err());
    Call missing = check(folder.resolve("no.yaml").toString(), "--fail-on", "never");
    assertEquals(ExitCode.UNREADABLE, missing.code());
    assertTrue(missing.out().contains("no.yaml: no such file or folder"), missing.out());
  }

  @Test
  void aFolderWithoutTemplatesSaysSo() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Call call = Call.of("check", empty.toString());
    assertEquals(ExitCode.CLEAN, call.code());
    assertEquals("No CloudFormation or SAM template was read\n", call.out());
  }

  @Test
  void theSameInputGivesTheSameBytes() throws IOException {
    String second = write("second.yaml", TEMPLATE);
    String one = Call.of("check", "--format=json", "--notes", template, second).out();
    String other = Call.of("check", "--format=json", "--notes", second, template).out();
    assertEquals(one, other);
    assertEquals(one, Call.of("check", "--format=json", "--notes", folder.toString()).out());
  }

  @Test
  void theDayMustBeANumber() {
    Environment odd = new Environment(Map.of("SOURCE_DATE_EPOCH", "today"), false, false);
    Call call = Call.in(odd, "check", template);
    assertEquals(ExitCode.USAGE, call.code());
    assertTrue(call.err().contains("SOURCE_DATE_EPOCH"), call.err());
  }
}
