package io.github.waserverless.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  private static Parsed parse(String text) {
    return TreeReader.read(new SourceFile(Path.of("t.json"), "t.json", text));
  }

  @Test
  void tabsAndEscapedSlashesAreJson() {
    Mapping map = (Mapping) parse("{\t\"a\":\t\"x\\/y\"}").root().orElseThrow();
    assertEquals("x/y", ((Scalar) map.get("a").orElseThrow()).raw());
  }

  @Test
  void everyValueHasItsPlace() {
    Mapping map = (Mapping) parse("{\n  \"a\": 12\n}").root().orElseThrow();
    assertEquals(new Span(2, 8, 2, 10), map.get("a").orElseThrow().location().span());
    assertEquals(new Span(2, 3, 2, 10), map.entry("a").orElseThrow().place().span());
  }

  @Test
  void intrinsicsAreCalls() {
    Mapping map =
        (Mapping) parse("{\"a\": {\"Fn::GetAtt\": [\"Q\", \"Arn\"]}}").root().orElseThrow();
    assertEquals(
        "GetAtt", assertInstanceOf(Intrinsic.class, map.get("a").orElseThrow()).function());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": ", "{a: 1}", "{\"a\": 1} x", "[1,]", "{\"a\": \"\n\"}"})
  void whatIsNotJsonGivesOneNotice(String text) {
    Parsed parsed = parse(text);
    assertEquals(1, parsed.notices().size(), parsed::toString);
    assertEquals(Notice.Kind.UNREADABLE, parsed.notices().get(0).kind());
  }

  @Test
  void deepNestingEndsWithANotice() {
    assertTrue(parse("[".repeat(100_000)).root().isEmpty());
  }

  @Test
  void duplicateKeysAreNoticed() {
    Parsed parsed = parse("{\"a\": 1, \"a\": 2}");
    assertEquals(1, parsed.notices().size());
  }

  @Test
  void jsonInsideOfATextIsPlacedWhereTheTextIs() {
    Location place = new Location("t.yaml", new Span(7, 3, 7, 20));
    Mapping map = (Mapping) JsonReader.read("{\"a\": [1]}", place).orElseThrow();
    assertEquals(place, map.get("a").orElseThrow().location());
  }
}
