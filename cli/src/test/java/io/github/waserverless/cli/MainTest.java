package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.output.Version;
import io.github.waserverless.rule.RulePage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @ParameterizedTest
  @ValueSource(strings = {"--help", "check --help", "rules -h", "explain --help"})
  void helpIsAnAnswer(String arguments) {
    Call call = Call.of(arguments.split(" ", -1));
    assertEquals(ExitCode.CLEAN, call.code());
    assertTrue(call.out().startsWith("Usage: wa-serverless"), call.out());
    assertFalse(call.out().contains("\r"));
    assertTrue(call.out().lines().allMatch(line -> line.length() <= 100), call.out());
  }

  @Test
  void theHelpOfCheckTellsTheExitCodes() {
    String help = Call.of("check", "--help").out();
    assertTrue(help.contains("3  some input could not be read"), help);
    assertTrue(help.contains("4 before 3 before 1"), help);
  }

  @Test
  void version() {
    assertEquals("wa-serverless " + Version.current() + "\n", Call.of("--version").out());
  }

  @Test
  void rulesAreListed() {
    Call call = Call.of("rules", "--profile", "strict");
    assertTrue(call.out().contains("WAS701  warning  queue-without-dlq "), call.out());
    List<String> ids = call.out().lines().map(line -> line.substring(0, 6)).toList();
    assertEquals(ids.stream().sorted().distinct().toList(), ids);
    String json = Call.of("rules", "--format", "json").out();
    assertTrue(json.contains("\"id\": \"WAS701\",\n    \"name\": \"queue-without-dlq\""), json);
    assertTrue(json.contains("\"principles\": [\n      \"design-for-failures\""), json);
    assertEquals(ExitCode.USAGE, Call.of("rules", "--format", "compact").code());
  }

  @Test
  void pagesAreFoundByIdOrName() {
    String page = Call.of("explain", "was701").out();
    assertTrue(page.startsWith("# WAS701: SQS queue without a dead-letter queue\n"), page);
    assertEquals(page, Call.of("explain", "queue-without-dlq").out());
  }

  @Test
  void everyRuleHasAPage() {
    for (var rule : RuleCatalog.load(MainTest.class.getClassLoader()).rules()) {
      String page = RulePage.of(rule);
      assertTrue(page.contains("\n## "), rule.info().id());
    }
  }

  @Test
  void completion() {
    Call call = Call.of("generate-completion");
    assertTrue(call.out().startsWith("#!/usr/bin/env bash\n"), call.out());
    assertTrue(call.out().contains("--fail-on"), "options");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain WAS7001;did you mean WAS701?",
        "explain queue-without-dqls;did you mean queue-without-dlq?",
        "explain;Missing required parameter: 'RULE'",
        "chek .;unknown: chek: did you mean check?",
        "template.yaml;wa-serverless check template.yaml",
        "check --frmat json;unknown: --frmat: did you mean --format?",
        "check --what;unknown: --what",
        "check --format xml;expected one of text, compact, json, sarif, github, gitlab, junit,"
            + " checkstyle, not 'xml'",
        "check --format json=;expected a file after json=",
        "check --format text --format json;several reports need files of their own",
        "check --format json=report.json -o other;--output other has no report",
        "check --fail-on sometimes;expected one of error, warning, note, never",
        "check --rule;Missing required parameter for option '--rule'",
        "check --rule WAS70;there is no rule WAS70: did you mean WAS701?"
      })
  void wrongUsageSaysWhatIsRight(String expectation) {
    String[] parts = expectation.split(";", -1);
    Call call = Call.of(parts[0].split(" ", -1));
    assertEquals(ExitCode.USAGE, call.code(), call.err());
    assertTrue(call.err().contains(parts[1]), call.err());
    assertTrue(call.err().contains("--help"), call.err());
    assertEquals("", call.out());
  }

  @Test
  void noCommandIsWrongUsage() {
    assertEquals(ExitCode.USAGE, Call.of().code());
  }

  @Test
  void argumentsReachTheTerminalPrintable() {
    String err = Call.of("check", "--\u001b[31m").err();
    assertFalse(err.contains("\u001b"), err);
    assertTrue(err.contains("\\u001b"), err);
  }

  @Test
  void tracesAreForDebugging() {
    String silent = fault(false);
    assertEquals(
        "wa-serverless: internal error (IllegalStateException) in WAS701 on a.yaml: please run it"
            + " again with --debug and report the trace\n",
        silent);
    assertTrue(fault(true).contains("at " + MainTest.class.getName()));
  }

  private static String fault(boolean debug) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Main.fault(
        new PrintStream(err, true, java.nio.charset.StandardCharsets.UTF_8),
        "WAS701 on a.yaml",
        new IllegalStateException("x"),
        debug);
    return err.toString(java.nio.charset.StandardCharsets.UTF_8);
  }
}
