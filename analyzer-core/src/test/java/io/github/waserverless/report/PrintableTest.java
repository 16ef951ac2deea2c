package io.github.waserverless.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void whatATerminalWouldObeyIsEscaped() {
    assertEquals("a\\u001b[31mb", Printable.of("a\u001b[31mb"));
    assertEquals("\\u202eevil\\u2066", Printable.of("\u202eevil\u2066"));
    assertEquals("\\u0000\\u000a\\u007f\\u009b", Printable.of("\u0000\n\u007f\u009b"));
    assertEquals("\\ud800x", Printable.of("\ud800x"));
    assertEquals("\\U000e0041", Printable.of(Character.toString(0xE0041)));
  }

  @Test
  void lettersOfAllLanguagesAreNot() {
    assertEquals("Bestellung für 注文 🙂", Printable.of("Bestellung für 注文 🙂"));
  }

  @Test
  void widthIsInColumns() {
    assertEquals(3, Printable.width("abc"));
    assertEquals(4, Printable.width("注文"));
    assertEquals(2, Printable.width("🙂"));
    assertEquals(1, Printable.width("e\u0301"));
  }
}
