package io.github.waserverless.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is read of a deep source does not depend on the thread that reads it. */
class JavaDepthTest {

  private static final long SMALL = 256L << 10;
  private static final long LARGE = 32L << 20;

  private static String returning(String expression) {
    return "class A { Object f(A a) { return " + expression + "; } }";
  }

  private static JavaReader.ParsedJava read(String text, long stack) {
    CompletableFuture<JavaReader.ParsedJava> read = new CompletableFuture<>();
    SourceFile source = new SourceFile(Path.of("A.java"), "A.java", text);
    Thread thread =
        new Thread(
            null,
            () -> read.completeAsync(() -> JavaReader.read(source, true), Runnable::run),
            "reader",
            stack);
    thread.start();
    return read.join();
  }

  private static void isRead(String text) {
    JavaReader.ParsedJava inLittle = read(text, SMALL);
    assertTrue(inLittle.file().isPresent(), inLittle.notices()::toString);
    assertEquals(read(text, LARGE).file(), inLittle.file());
  }

  private static void isTooDeep(String text) {
    for (long stack : new long[] {SMALL, LARGE}) {
      assertEquals(
          List.of("nested more than 300 levels deep"),
          read(text, stack).notices().stream().map(Notice::message).toList());
    }
  }

  @Test
  void longConcatenations() {
    isRead(returning(String.join(" + ", Collections.nCopies(5_000, "\"a\""))));
  }

  @Test
  void parentheses() {
    isRead(returning("(".repeat(3_000) + "1" + ")".repeat(3_000)));
  }

  @Test
  void whatIsWrittenOrGenerated() {
    isRead(returning("a" + ".f(a)".repeat(250)));
    isRead("class A { void f() { " + "if (a) { } else ".repeat(250) + "{ } } }");
  }

  @Test
  void whatNobodyWrites() {
    isTooDeep(returning("a" + ".f(a)".repeat(3_000)));
    isTooDeep(returning("a ? b : ".repeat(3_000) + "a"));
    isTooDeep("class A { void f() { " + "if (a) { } else ".repeat(3_000) + "{ } } }");
    isTooDeep("class A { void f() " + "{".repeat(3_000) + "}".repeat(3_000) + " }");
    isTooDeep("class A { ".repeat(1_000) + "}".repeat(1_000));
  }
}
