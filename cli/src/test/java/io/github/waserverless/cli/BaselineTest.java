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

class BaselineTest {

  private static final String TEMPLATE =
      """
      Resources:
        A:
          Type: AWS::SQS::Queue
        B:
          Type: AWS::SQS::Queue
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    // The names in a baseline start where the checkout does.
    Files.createDirectory(folder.resolve(".git"));
    template(TEMPLATE);
  }

  private void template(String text) throws IOException {
    Files.writeString(folder.resolve("template.yaml"), text);
  }

  private Path file() {
    return folder.resolve("known.json");
  }

  private Call check(String... options) {
    String[] all = new String[options.length + 5];
    all[0] = "check";
    all[1] = folder.toString();
    all[2] = "--notes";
    all[3] = "--rule=WAS701";
    all[4] = "--fail-on=note";
    System.arraycopy(options, 0, all, 5, options.length);
    return Call.of(all);
  }

  private Call baseline() {
    return Call.of("baseline", folder.toString(), "--rule=WAS701", "-o", file().toString());
  }

  @Test
  void onlyWhatIsNewIsReported() throws IOException {
    Call written = baseline();
    assertEquals(ExitCode.CLEAN, written.code(), written.err());
    assertEquals("wrote 2 findings to " + file() + "\n", written.out());
    Call same = check("--baseline", file().toString());
    assertEquals(ExitCode.CLEAN, same.code());
    assertTrue(same.out().contains("Known from the baseline: 2 findings\n"), same.out());
    template("# moved\n\n" + TEMPLATE + "  C: {Type: AWS::SQS::Queue}\n");
    Call more = check("--baseline", file().toString());
    assertEquals(ExitCode.FINDINGS, more.code());
    assertTrue(more.out().contains("C has no dead-letter queue"), more.out());
    assertFalse(more.out().contains("A has no dead-letter queue"), more.out());
  }

  @Test
  void whatIsGoneIsTold() throws IOException {
    baseline();
    template(TEMPLATE.replace("B:", "D:"));
    Call call = check("--baseline", file().toString());
    assertTrue(call.out().contains("Gone since the baseline: 1 finding\n"), call.out());
    assertTrue(call.out().contains("\n  WAS701 template.yaml: B has no dead"), call.out());
    String json = check("--baseline", file().toString(), "--format", "json").out();
    assertTrue(json.contains("\"baseline\": {\n    \"known\": 1,\n    \"gone\": ["), json);
    // A rule that did not run has found nothing, and so nothing of it is gone.
    Call other = Call.of("check", folder.toString(), "--rule=WAS702", "--baseline=" + file());
    assertFalse(other.out().contains("Gone"), other.out());
  }

  @Test
  void aReportOfAnEarlierRunWillDo() throws IOException {
    Path sarif = folder.resolve("earlier.sarif");
    check("--format", "sarif=" + sarif);
    template(TEMPLATE + "  C: {Type: AWS::SQS::Queue}\n");
    Call call = check("--baseline", sarif.toString());
    assertTrue(call.out().contains("Known from the baseline: 2 findings\n"), call.out());
    assertTrue(call.out().contains("C has no dead-letter queue"), call.out());
  }

  @Test
  void anotherResourceInAGroupIsNew() throws IOException {
    String function =
        """
          %s:
            Type: AWS::Lambda::Function
            Properties: {Runtime: python3.13, Handler: a.b, Role: r, Code: {ZipFile: x}}
        """;
    String two = "Resources:\n" + function.formatted("F") + function.formatted("G");
    template(two);
    String[] rule = {"--rule=WAS901", folder.toString()};
    Call.of("baseline", rule[0], rule[1], "-o", file().toString());
    assertEquals(ExitCode.CLEAN, Call.of("check", rule[0], rule[1], "--baseline=" + file()).code());
    template(two + function.formatted("H"));
    Call call = Call.of("check", rule[0], rule[1], "--baseline=" + file());
    assertEquals(ExitCode.FINDINGS, call.code());
    assertTrue(call.out().contains("3 functions (F, G, H)"), call.out());
  }

  @Test
  void theProjectNamesItsBaseline() throws IOException {
    Files.writeString(folder.resolve(".wa-serverless.yaml"), "baseline: known.json\n");
    Call missing = check();
    assertEquals(ExitCode.USAGE, missing.code());
    assertTrue(missing.err().contains("there is no file"), missing.err());
    Call.of("baseline", folder.toString(), "--rule=WAS701");
    assertEquals(ExitCode.CLEAN, check().code());
    assertEquals(ExitCode.FINDINGS, check("--no-baseline").code());
    assertEquals(ExitCode.USAGE, check("--no-baseline", "--baseline=x").code());
  }

  @Test
  void theSameFindingsGiveTheSameBytes() throws IOException {
    baseline();
    String first = Files.readString(file());
    template("# moved\n" + TEMPLATE);
    baseline();
    assertEquals(first, Files.readString(file()));
    assertTrue(first.contains("\"file\": \"template.yaml\""), first);
  }

  @Test
  void whatIsNoBaselineIsAnError() throws IOException {
    for (String text : new String[] {"{}", "[]", "{\"schema\": 2, \"findings\": []}", "x: ["}) {
      Files.writeString(file(), text);
      Call call = check("--baseline", file().toString());
      assertEquals(ExitCode.USAGE, call.code(), text);
      assertTrue(call.err().contains("known.json:1:"), call.err());
    }
  }
}
