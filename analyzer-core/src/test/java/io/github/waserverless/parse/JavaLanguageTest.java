package io.github.waserverless.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What came into the language after Java 8 is read. */
class JavaLanguageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return switch (n) { case 1, 2 -> 3; default -> { yield n + 'c'; } };",
        "return switch (n) { default: yield f(n); };",
        "int yield = 1; yield++; Thread.yield(); return yield;",
        "var text = \"\"\"\n    text\n    \"\"\"; return text;",
        "return n instanceof Integer i && i > 1 ? i : 2;",
        "return switch (n) { case A(int a, var b) when a > 1 -> a; case null, default -> 2; };",
        "record A(int a, Object b) {} interface I {} return new A(1, 2);",
        "for (var _ : f()) { run(_ -> 1); } return 1;"
      })
  void isRead(String statements) {
    String text =
        "sealed interface S permits T { default Object f(Object n) { " + statements + "} }";
    SourceFile source = new SourceFile(Path.of("S.java"), "S.java", text);
    JavaReader.ParsedJava parsed = JavaReader.read(source, true);
    assertEquals(List.of(), parsed.notices());
    assertTrue(parsed.file().isPresent());
  }
}
