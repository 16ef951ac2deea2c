package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what is checked is read, only what is asked for is written. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ConfinementTest {

  private static final String FUNCTION =
      """
      Resources:
        Worker:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: java17
            Handler: p.Worker::handleRequest
            Role: x
            Code: ../outside
      """;
  private static final String QUEUE = "Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n";

  @TempDir private Path folder;
  private Path inside;

  @BeforeEach
  void folders() throws IOException {
    inside = Files.createDirectories(folder.resolve("inside"));
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("other.yaml"), QUEUE);
    Files.writeString(outside.resolve("Worker.java"), "package p; class Worker { not Java }");
    Files.createDirectories(outside.resolve("below"));
    Files.createSymbolicLink(inside.resolve("away"), Path.of("../outside/below"));
  }

  private Call check(String... more) {
    return Call.of(
        Stream.concat(Stream.of("check", "--no-config", inside.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void codeOutsideIsReadOnlyWhenThatIsAllowed() throws IOException {
    Files.writeString(inside.resolve("template.yaml"), FUNCTION);
    Call call = check();
    assertTrue(
        call.out().contains("the code of Worker lies outside of what is checked"), call.out());
    assertFalse(call.out().contains("Worker.java"), call.out());
    assertTrue(check("--allow-outside").out().contains("Worker.java"));
  }

  @Test
  void linksOutAreFollowedOnlyWhenThatIsAllowed() throws IOException {
    Files.createSymbolicLink(inside.resolve("link.yaml"), Path.of("../outside/other.yaml"));
    assertTrue(check().out().contains("link.yaml: a link that leads out of the folder"));
    assertFalse(check("--allow-outside").out().contains("a link that leads out"));
  }

  @Test
  void nothingIsWaitedForOrFollowedInCircles() throws Exception {
    Files.createSymbolicLink(inside.resolve("circle.yaml"), Path.of("circle.yaml"));
    Files.createSymbolicLink(inside.resolve("up"), Path.of(".."));
    Files.createDirectory(inside.resolve("template.yaml"));
    for (String pipe : new String[] {"pipe.yaml", ".gitignore", "pom.xml", "Pipe.java"}) {
      Path file = inside.resolve(pipe);
      assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
    }
    Files.writeString(inside.resolve("it's \"odd\" 100% #?&\n[x](y).yaml"), QUEUE);
    Call call = check("--format", "sarif");
    assertEquals(ExitCode.CLEAN, call.code(), call.err());
    assertTrue(call.out().contains("it's%20%22odd%22%20100%25%20%23%3F&%0A%5Bx%5D(y).yaml"));
  }

  @Test
  void noReportIsWrittenThroughALinkThatLiesInTheWay() throws IOException {
    Path report = inside.resolve("report.json");
    Path draft = inside.resolve(".report.json." + ProcessHandle.current().pid());
    Files.createSymbolicLink(draft, folder.resolve("outside/victim"));
    check("--format", "json=" + report);
    assertFalse(Files.exists(folder.resolve("outside/victim")));
  }

  @Test
  void whoReadsHalfOfAReportIsTold() {
    PrintStream full =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("No space left on device");
              }
            },
            false,
            StandardCharsets.UTF_8);
    full.print("a report");
    assertEquals(ExitCode.USAGE, Main.delivered(ExitCode.CLEAN, full, full));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include: [../outside]",
        "include: ['**/../outside']",
        "include: [away/../other.yaml]",
        "parameter-files: [away/../other.yaml]",
        "parameter-files: [../outside/other.yaml]",
        "environments: {dev: {parameter-files: [../outside/other.yaml]}}",
        "runtime-data: ../outside/other.yaml",
        "baseline: ../outside/other.yaml",
      })
  void aConfigurationThatNobodyNamedNamesNothingOutside(String entry) throws IOException {
    Files.writeString(inside.resolve("template.yaml"), QUEUE);
    Path file = Files.writeString(inside.resolve(".wa-serverless.yaml"), entry + "\n");
    String[] found = {"check", inside.toString()};
    String says = "lies outside of the checkout: only --allow-outside or --config makes it read";
    Call call = Call.of(found);
    assertEquals(ExitCode.USAGE, call.code(), call.err());
    assertTrue(call.err().contains(".wa-serverless.yaml:1:"), call.err());
    assertTrue(call.err().contains(says), call.err());
    assertFalse(Call.of("check", inside.toString(), "--allow-outside").err().contains(says));
    assertFalse(
        Call.of("check", inside.toString(), "--config", file.toString()).err().contains(says));
  }

  @Test
  void aConfigurationThatNobodyNamedIsNoLinkOut() throws IOException {
    Files.writeString(inside.resolve("template.yaml"), QUEUE);
    Files.createSymbolicLink(
        inside.resolve(".wa-serverless.yaml"), Path.of("../outside/other.yaml"));
    Call call = Call.of("check", inside.toString());
    assertEquals(ExitCode.USAGE, call.code());
    assertTrue(call.err().contains("is a link that leads out of the checkout"), call.err());
  }
}
