package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input gives the same bytes, wherever and however it is checked. */
class SameBytesTest {

  private static final Path FIXTURES = Path.of("../test-fixtures");
  private static final List<String> APPS = List.of("apps/orders", "apps/worker", "cdk/orders-sam");

  @TempDir private Path folder;

  @BeforeEach
  void copy() throws IOException {
    for (String app : APPS) {
      Path template = FIXTURES.resolve(app).resolve("template.yaml");
      Files.copy(template, folder.resolve(app.replace('/', '-') + ".yaml"));
    }
    try (Stream<Path> sources = Files.walk(FIXTURES.resolve("cdk/orders/handlers"))) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        Files.copy(source, folder.resolve(source.toFile().getName()));
      }
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private static String check(String format, List<String> paths) {
    List<String> arguments = new ArrayList<>(List.of("check", "--no-config", "--format", format));
    arguments.addAll(paths);
    Call call = Call.of(arguments.toArray(String[]::new));
    assertEquals(ExitCode.FINDINGS, call.code(), call.err());
    assertTrue(call.out().contains("WAS"), call.out());
    return call.out();
  }

  private String check(String format) {
    return check(format, List.of(folder.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif", "text"})
  @ResourceLock(Resources.LOCALE)
  void inAnyLanguage(String format) {
    String here = check(format);
    Locale before = Locale.getDefault();
    try {
      // Its small letter of I is none of ASCII, and these write digits that are none.
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals(here, check(format), tag);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sarif", "junit"})
  @ResourceLock(Resources.TIME_ZONE)
  void inAnyTimeZone(String format) {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      String east = check(format);
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Niue"));
      assertEquals(east, check(format));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "text"})
  void onAnyNumberOfThreads(String format) throws Exception {
    assertEquals(within(1, () -> check(format)), within(7, () -> check(format)));
  }

  private static String within(int threads, Callable<String> work) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(work).get();
    } finally {
      pool.shutdown();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "text"})
  void inAnyOrderOfPaths(String format) throws IOException {
    List<String> paths = new ArrayList<>(files());
    String sorted = check(format, paths);
    Collections.reverse(paths);
    assertEquals(sorted, check(format, paths));
    Collections.rotate(paths, 2);
    assertEquals(sorted, check(format, paths));
  }

  @Test
  void withAnyLineEnds() throws IOException {
    String before = check("json");
    for (String file : files()) {
      Files.writeString(Path.of(file), Files.readString(Path.of(file)).replace("\n", "\r\n"));
    }
    assertEquals(before, check("json"));
  }
}
