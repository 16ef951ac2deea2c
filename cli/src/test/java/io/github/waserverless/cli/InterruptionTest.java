package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is ended in the middle of its work; what it waits for is a git that never ends.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class InterruptionTest {

  @TempDir private Path folder;
  private Path reports;

  @BeforeEach
  void folders() throws IOException {
    reports = Files.createDirectories(folder.resolve("reports"));
    Path checkout = Files.createDirectories(folder.resolve("checkout"));
    Files.createDirectories(checkout.resolve(".git"));
    Files.writeString(
        checkout.resolve("template.yaml"), "Resources:\n  Orders:\n    Type: AWS::SQS::Queue\n");
    Path git = folder.resolve("git");
    Files.writeString(git, "#!/bin/sh\n: > \"${0%/*}/started\"\nexec sleep 60\n");
    Files.setPosixFilePermissions(git, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process started(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()),
                    Stream.of(arguments))
                .toList());
    builder.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
    return builder.start();
  }

  @Test
  void saysSoAndLeavesNothing() throws IOException, InterruptedException {
    Process process =
        started(
            "check",
            "--no-config",
            "--changed",
            "--format=sarif=" + reports.resolve("a.sarif"),
            folder.resolve("checkout").toString());
    while (process.isAlive() && !Files.exists(folder.resolve("started"))) {
      Thread.onSpinWait();
    }
    // Process.destroy would close what it printed, too.
    process.toHandle().destroy();
    int code = process.waitFor();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("wa-serverless: interrupted: the check is not complete\n", err);
    assertEquals(143, code);
    assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    try (Stream<Path> left = Files.list(reports)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void nobodyReadsOn() throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder("Resources:\n");
    for (int i = 0; i < 2_000; i++) {
      text.append("  Orders").append(i).append(": {Type: AWS::SQS::Queue}\n");
    }
    Path many = Files.writeString(folder.resolve("many.yaml"), text);
    Process process = started("check", "--no-config", "--format=json", many.toString());
    process.getInputStream().close();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(ExitCode.USAGE, process.waitFor());
    assertTrue(err.contains("the standard output is closed or full"), err);
  }
}
