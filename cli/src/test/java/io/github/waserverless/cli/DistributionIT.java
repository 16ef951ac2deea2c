package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archives that {@code package} has made, as those who download them find them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class DistributionIT {

  private static final Path MODULES = Path.of("..");

  @TempDir private Path folder;

  private record Ended(int code, String out, String err) {}

  private static Path archive(String extension) {
    return Path.of(System.getProperty("distribution") + "." + extension);
  }

  /** With a comma, Java takes no archive of classes: none is made beyond the end of the test. */
  private Path tool() {
    return folder.resolve("a tool, unpacked");
  }

  private Ended run(List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    int code = process.waitFor();
    return new Ended(code, Files.readString(out), Files.readString(err));
  }

  @BeforeEach
  void unpack() throws IOException, InterruptedException {
    Files.createDirectory(tool());
    List<String> tar =
        List.of("tar", "-xzf", archive("tar.gz").toString(), "-C", tool().toString());
    Ended unpacked = run(Stream.concat(tar.stream(), Stream.of("--strip-components=1")).toList());
    assertEquals(0, unpacked.code(), unpacked.err());
  }

  @Test
  void checksAnApplication() throws IOException, InterruptedException {
    String app = MODULES.resolve("test-fixtures/apps/worker/template.yaml").toString();
    String launcher = tool().resolve("bin/wa-serverless").toString();
    Ended launched = run(List.of(launcher, "check", app));
    assertEquals(ExitCode.FINDINGS, launched.code(), launched.err());
    assertTrue(launched.out().contains("WAS701: Orders has no dead-letter"), launched.out());
    assertEquals("", launched.err());
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = tool().resolve("lib/wa-serverless.jar").toString();
    Ended plain = run(List.of(java, "-jar", jar, "check", app));
    assertEquals(launched.out(), plain.out());
    assertEquals(ExitCode.USAGE, run(List.of(launcher, "chek")).code());
  }

  @Test
  void hasTheSameFilesInBothArchives() throws IOException {
    List<String> unpacked = new ArrayList<>();
    try (Stream<Path> files = Files.walk(tool())) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> unpacked.add(tool().relativize(file).toString()));
    }
    List<String> zipped = new ArrayList<>();
    try (ZipFile zip = new ZipFile(archive("zip").toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory()) {
          zipped.add(entry.getName().substring(entry.getName().indexOf('/') + 1));
        }
      }
    }
    assertEquals(unpacked.stream().sorted().toList(), zipped.stream().sorted().toList());
    List<String> expected =
        List.of(
            "LICENSE",
            "NOTICE",
            "bin/wa-serverless",
            "bin/wa-serverless.cmd",
            "lib/wa-serverless.jar",
            "licenses/Apache-2.0.txt");
    assertTrue(zipped.containsAll(expected), zipped.toString());
  }

  @Test
  void theWindowsLauncherHasItsLineEndings() throws IOException {
    String script = Files.readString(tool().resolve("bin/wa-serverless.cmd"));
    assertFalse(script.replace("\r\n", "").contains("\n"), script);
    assertTrue(script.contains("\r\nexit /b %ERRORLEVEL%\r\n"), script);
  }

  @Test
  void theNoticeNamesWhatTheJarHolds() throws IOException {
    String notice = Files.readString(tool().resolve("NOTICE"));
    try (ZipFile jar = new ZipFile(tool().resolve("lib/wa-serverless.jar").toFile())) {
      List<String> held =
          Collections.list(jar.entries()).stream()
              .map(ZipEntry::getName)
              .filter(name -> name.matches("META-INF/maven/[^/]+/[^/]+/pom.properties"))
              .map(name -> name.split("/", -1)[2] + ":" + name.split("/", -1)[3])
              .filter(name -> !name.startsWith("io.github.waserverless:"))
              .toList();
      assertTrue(held.size() > 2, held.toString());
      for (String artifact : held) {
        assertTrue(notice.contains("\n" + artifact + "\n"), artifact);
      }
      try (InputStream in = jar.getInputStream(jar.getEntry("META-INF/wa-serverless/NOTICE"))) {
        assertEquals(notice, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }
}
