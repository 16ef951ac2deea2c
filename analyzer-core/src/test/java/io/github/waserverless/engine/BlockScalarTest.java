package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.parse.TreeReader;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the lines of a text stand that a template holds. */
class BlockScalarTest {

  private static final String LINES = "\n    {\"a\": 1,\n      \"b\": 2}\n";

  private static Scalar text(SourceFile file) {
    Value value = ((Mapping) TreeReader.read(file).root().orElseThrow()).get("Text").orElseThrow();
    return (Scalar) (value instanceof Intrinsic call ? call.argument() : value);
  }

  private static String place(String template, Span stretch) {
    SourceFile file = new SourceFile(Path.of("t.yaml"), "t.yaml", template);
    return new BlockScalar(file, text(file))
        .place(stretch)
        .map(place -> place + "-" + place.span().endLine() + ":" + place.span().endColumn())
        .orElse("unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Text: |",
        "Text: |-",
        "Text: |+ # a comment",
        "Text: !Sub |",
        "Text: &name |",
        "Text: !Sub &name |-",
        "Text:     |4"
      })
  void theyStandBelowTheBar(String bar) {
    String template = "A: 1\n" + bar + LINES;
    assertEquals("t.yaml:3:6-3:9", place(template, new Span(1, 2, 1, 5)));
    assertEquals("t.yaml:4:7-4:10", place(template, new Span(2, 3, 2, 6)));
    assertEquals("t.yaml:3:5-4:13", place(template, new Span(1, 1, 2, 9)));
  }

  @Test
  void theBarMayStandBelowItsTag() {
    String template = "Text: !Sub\n  |" + LINES + "B: 2\n";
    assertEquals("t.yaml:4:7-4:10", place(template, new Span(2, 3, 2, 6)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Text: >" + LINES,
        "Text: '{\"a\": 1,\n\n      \"b\": 2}'",
        "Text: '{\"a\": 1}'",
        "Text: |\n    {\"a\": 1,\n\n      \"b\": 2}\n"
      })
  void ofAnyOtherTextNobodyKnows(String template) {
    assertEquals("unknown", place(template, new Span(2, 3, 2, 6)));
  }

  @Test
  void nothingStandsBeyondTheText() {
    String template = "Text: |" + LINES;
    assertEquals("unknown", place(template, new Span(3, 1, 3, 2)));
    assertEquals("t.yaml:2:12-2:13", place(template, new Span(1, 8, 1, 20)));
    assertEquals("unknown", place("Text: |", new Span(1, 1, 1, 2)));
  }

  @Test
  void aTextOfAnotherFileIsNotHere() {
    Scalar other = text(new SourceFile(Path.of("o.yaml"), "o.yaml", "Text: |" + LINES));
    SourceFile here = new SourceFile(Path.of("t.yaml"), "t.yaml", "Text: |" + LINES);
    assertEquals(true, new BlockScalar(here, other).place(new Span(1, 2, 1, 5)).isEmpty());
  }
}
