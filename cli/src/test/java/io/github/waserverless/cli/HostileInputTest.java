package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.output.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file in the folder of hostile inputs is judged, or told to be unreadable, with its place.
 */
class HostileInputTest {

  private static final Path FOLDER = Path.of("../test-fixtures/hostile");

  /**
   * @param says a part of what is said about the file; empty when nothing needs to be
   */
  private record Expected(String file, int code, String says) {

    static Expected of(String line) {
      String[] parts = line.split("\t", -1);
      return new Expected(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  private static List<Expected> expected() throws IOException {
    return Files.readAllLines(FOLDER.resolve("expected.txt")).stream().map(Expected::of).toList();
  }

  @Test
  void everyFileHasAnExpectation() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> !f.endsWith(".txt"))
              .sorted()
              .toList(),
          expected().stream().map(Expected::file).sorted().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("expected")
  void isJudgedOrToldToBeUnreadable(Expected expected) {
    Call call = Call.of("check", "--no-config", FOLDER.resolve(expected.file()).toString());
    assertEquals(expected.code(), call.code(), call.err());
    assertEquals("", call.err());
    assertTrue(call.out().contains(expected.says()), call.out());
    assertTrue(
        expected.says().isEmpty() || call.out().contains("hostile/" + expected.file() + ":"),
        call.out());
  }

  @Test
  void theOthersAreJudgedAllTheSame() throws IOException {
    Call call = Call.of("check", "--no-config", FOLDER.toString());
    assertEquals(ExitCode.UNREADABLE, call.code());
    for (Expected e : expected()) {
      assertTrue(e.code() != ExitCode.FINDINGS || call.out().contains(e.file()), e.file());
    }
  }

  /** What would make a terminal obey, a reader misread or a pipeline run a command of its own. */
  @ParameterizedTest
  @MethodSource("formats")
  void nothingUnsafeIsPrinted(String format) {
    for (String file : List.of("control-characters.json", "half-characters.yaml")) {
      Call call =
          Call.of("check", "--no-config", "--format", format, FOLDER.resolve(file).toString());
      assertTrue(call.out().lines().noneMatch(l -> l.startsWith("::error::x")), call.out());
      assertFalse(call.out().codePoints().anyMatch(HostileInputTest::isUnsafe), call.out());
    }
  }

  private static boolean isUnsafe(int c) {
    int type = Character.getType(c);
    return c != '\n'
        && (type == Character.CONTROL || type == Character.FORMAT || type == Character.UNASSIGNED);
  }

  private static List<String> formats() {
    return Arrays.stream(Format.values()).map(Format::toString).toList();
  }
}
