package io.github.waserverless.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.source.Lines;
import io.github.waserverless.source.Span;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static String marked(String text, Span span) {
    return Excerpt.of(Lines.of(text), span)
        .map(e -> e.text() + "\n" + " ".repeat(e.before()) + "^".repeat(e.marked()))
        .orElse("none");
  }

  @Test
  void thePlaceIsUnderlined() {
    assertEquals("b: cd\n   ^^", marked("a\r\nb: cd\r\n", new Span(2, 4, 2, 6)));
    assertEquals("last\n^^^^", marked("a\rlast", new Span(2, 1, 2, 5)));
  }

  @Test
  void aPlaceOfSeveralLinesIsUnderlinedToTheEndOfItsFirst() {
    assertEquals("ab: |\n  ^^^", marked("ab: |  \n  c\n", new Span(1, 3, 2, 4)));
  }

  @Test
  void placesOutsideOfTheTextDoNoHarm() {
    assertEquals("none", marked("a", new Span(7, 1, 7, 2)));
    assertEquals("a\n ^", marked("a", new Span(1, 99, 1, 120)));
    assertEquals("\n^", marked("", new Span(1, 1, 1, 1)));
  }

  @Test
  void longLinesAreCutAroundThePlace() {
    String line = "x".repeat(500) + "HERE" + "y".repeat(500);
    String[] shown = marked(line, new Span(1, 501, 1, 505)).split("\n", -1);
    assertEquals("…" + "x".repeat(30) + "HERE" + "y".repeat(66) + "…", shown[0]);
    assertEquals(" ".repeat(31) + "^^^^", shown[1]);
  }

  @Test
  void tabsWideLettersAndControlCharactersKeepTheCaretInPlace() {
    assertEquals("  a: b\n     ^", marked("\ta: b", new Span(1, 5, 1, 6)));
    assertEquals("注: b\n    ^", marked("注: b", new Span(1, 4, 1, 5)));
    assertEquals("\\u001ba\n      ^", marked("\u001ba", new Span(1, 2, 1, 3)));
  }

  @Test
  void surrogatePairsStayWhole() {
    assertEquals("🙂x\n^^", marked("🙂x", new Span(1, 2, 1, 3)));
  }
}
