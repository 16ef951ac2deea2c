package io.github.waserverless.template;

import static io.github.waserverless.template.Written.setting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** JSON that a template holds as text. */
class EmbeddedJsonTest {

  private static String single(Setting setting) {
    assertEquals(1, setting.renderings().size());
    return setting.renderings().get(0);
  }

  @Test
  void textThatDeploymentLeavesAloneIsADocument() {
    assertEquals(
        Optional.of("b"),
        setting("' {\"a\": [\"b\"]}'").document().get("a").items().get(0).text().certain());
    assertEquals(2, setting("'[1, 2]'").document().items().size());
  }

  @Test
  void otherTextIsNone() {
    assertEquals(Optional.of("a [b]"), setting("a [b]").document().text().certain());
    assertEquals(Optional.of("{a"), setting("'{a'").document().text().certain());
    assertEquals(Optional.of("\"a\""), setting("'\"a\"'").document().text().certain());
    assertEquals("a ${Q}", single(setting("!Sub 'a ${Q}'").document()));
    assertEquals("{ ${Q}", single(setting("!Sub '{ ${Q}'").document()));
    assertFalse(setting("!Sub '\"${Q}\"'").document().isMapping().canHold());
  }

  @Test
  void holesStandInStringsAndForStrings() {
    Setting document =
        setting(
                "!Sub '{\"one\": \"a${P}b${Q.Arn}c\", \"two\": ${R}, \"${S}-x\": [\"${T}\", ${U}], \"z\": 1}'")
            .document();
    assertEquals("a${P}b${Q.Arn}c", single(document.get("one")));
    assertEquals("${R}", single(document.get("two")));
    assertEquals("[${T}, ${U}]", single(document.get("${S}-x")));
    assertEquals(
        List.of("one", "two", "${S}-x", "z"),
        document.entries().stream().map(Setting.Named::name).toList());
    assertEquals(Optional.of("1"), document.get("z").text().certain());
  }

  @Test
  void escapedQuotesEndNoString() {
    Setting document =
        setting("!Sub '{\"a\": \"x\\\"${P}\", \"b\": \"\\\\\", \"c\": ${Q}}'").document();
    assertEquals("x\"${P}", single(document.get("a")));
    assertEquals(Optional.of("\\"), document.get("b").text().certain());
    assertEquals("${Q}", single(document.get("c")));
  }

  @Test
  void listsMayHaveHolesToo() {
    assertEquals(
        List.of("${P}", "a${Q}"),
        setting("!Sub '[${P}, \"a${Q}\"]'").document().items().stream()
            .map(EmbeddedJsonTest::single)
            .toList());
    assertTrue(setting("!Sub '[${P}]'").document().get("a").absent().alwaysHolds());
  }
}
