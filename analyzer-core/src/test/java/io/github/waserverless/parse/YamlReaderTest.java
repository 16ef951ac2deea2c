package io.github.waserverless.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

  private static Parsed parse(String text) {
    return YamlReader.read(new SourceFile(Path.of("t.yaml"), "t.yaml", text));
  }

  private static Mapping read(String text) {
    return assertInstanceOf(Mapping.class, parse(text).root().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "012", "2012-10-17", "yes", "1e3", "22:30", "1_000", "NO"})
  void plainTextStaysAsWritten(String raw) {
    assertEquals(raw, ((Scalar) read("a: " + raw).get("a").orElseThrow()).raw());
  }

  @Test
  void keysStayAsWritten() {
    assertTrue(read("on: 1\n12: 2").get("on").isPresent());
    assertTrue(read("on: 1\n12: 2").get("12").isPresent());
  }

  @Test
  void bothSpellingsOfAnIntrinsicAreOneCall() {
    Mapping map = read("a: !GetAtt Q.Arn\nb: {'Fn::GetAtt': [Q, Arn]}\nc: !Ref X\nd: {Ref: X}");
    assertEquals("GetAtt", ((Intrinsic) map.get("a").orElseThrow()).function());
    assertEquals("GetAtt", ((Intrinsic) map.get("b").orElseThrow()).function());
    assertEquals("Ref", ((Intrinsic) map.get("c").orElseThrow()).function());
    assertEquals("Ref", ((Intrinsic) map.get("d").orElseThrow()).function());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u2028", "\u2029", "\u0085", "\uD83D\uDE00", "\uD83D\uDE00\u2028\uD83D\uDE00"})
  void linesEndWhereEditorsEndThem(String odd) {
    Mapping map = read("a: 'x%s y' # z\r\nb: 1\r\rc: '%s 2'".formatted(odd, odd));
    assertEquals(new Span(1, 4, 1, 9 + odd.length()), map.get("a").orElseThrow().location().span());
    assertEquals(new Span(2, 4, 2, 5), map.get("b").orElseThrow().location().span());
    assertEquals(new Span(4, 4, 4, 8 + odd.length()), map.get("c").orElseThrow().location().span());
  }

  @Test
  void unknownTagsAreCallsOfUnknownFunctions() {
    Value value = read("a: !Rain::Module ../x.yaml").get("a").orElseThrow();
    assertEquals("Rain::Module", assertInstanceOf(Intrinsic.class, value).function());
  }

  @Test
  void aPolicyConditionIsNoIntrinsic() {
    assertInstanceOf(
        Mapping.class, read("a:\n  Condition:\n    StringEquals: {x: y}").get("a").orElseThrow());
  }

  @Test
  void nullIsNotTheTextNull() {
    Mapping map = read("a:\nb: null\nc: ~\nd: 'null'\ne: ''");
    assertTrue(((Scalar) map.get("a").orElseThrow()).isNull());
    assertTrue(((Scalar) map.get("b").orElseThrow()).isNull());
    assertTrue(((Scalar) map.get("c").orElseThrow()).isNull());
    assertFalse(((Scalar) map.get("d").orElseThrow()).isNull());
    assertFalse(((Scalar) map.get("e").orElseThrow()).isNull());
  }

  @Test
  void placesCountFromOneAndEndAfterTheLastCharacter() {
    Mapping.Entry entry = read("a: 1\r\nlonger: text\r\n").entry("longer").orElseThrow();
    assertEquals(new Span(2, 1, 2, 7), entry.key().location().span());
    assertEquals(new Span(2, 9, 2, 13), entry.value().location().span());
    assertEquals(new Span(2, 1, 2, 13), entry.place().span());
  }

  @Test
  void aBlockEndsWithItsLastValue() {
    Value block = read("a:\n  b:\n    c: d\n\n\ne: f").get("a").orElseThrow();
    assertEquals(new Span(2, 3, 3, 9), block.location().span());
  }

  @Test
  void columnsCountUtf16CodeUnits() {
    Value value = read("{\"\uD83D\uDE00\": x}").get("\uD83D\uDE00").orElseThrow();
    assertEquals(8, value.location().span().startColumn());
  }

  @Test
  void theLastOfDuplicateKeysCountsAndIsNoticed() {
    Parsed parsed = parse("a: 1\na: 2");
    assertEquals(
        "2", ((Scalar) ((Mapping) parsed.root().orElseThrow()).get("a").orElseThrow()).raw());
    assertEquals(1, parsed.notices().size());
  }

  @Test
  void anchorsAndMergesAreWrittenOut() {
    Mapping map = read("base: &b {x: 1}\nuse: *b\nmerged:\n  <<: *b\n  y: 2");
    assertTrue(((Mapping) map.get("use").orElseThrow()).get("x").isPresent());
    assertTrue(((Mapping) map.get("merged").orElseThrow()).get("x").isPresent());
  }

  @Test
  void aKeyThatIsNoTextIsNoticed() {
    Parsed parsed = parse("? [a, b]\n: 1\nc: 2");
    assertEquals(1, parsed.notices().size());
    assertTrue(((Mapping) parsed.root().orElseThrow()).get("c").isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [1, 2",
        "a: b: c",
        "\tx: 1",
        "a: &x [*x]",
        "a: \u0000",
        "%YAML 9.9\n--- x\n",
        "a: *nowhere"
      })
  void whatIsNotYamlGivesOneNoticeWithAPlace(String text) {
    Parsed parsed = parse(text);
    assertTrue(parsed.root().isEmpty());
    List<Notice> notices = parsed.notices();
    assertEquals(1, notices.size());
    assertEquals(Notice.Kind.UNREADABLE, notices.get(0).kind());
    assertFalse(notices.get(0).message().contains("\n"));
  }

  @Test
  void aliasBombsEndWithANotice() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String previous = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, (previous + ", ").repeat(9) + previous));
    }
    assertTrue(parse(bomb.toString()).root().isEmpty());
  }

  @Test
  void deepNestingEndsWithANotice() {
    assertTrue(parse("[".repeat(10_000)).root().isEmpty());
    assertTrue(parse("a: " + "[".repeat(150) + "]".repeat(150)).root().isPresent());
  }

  @Test
  void onlyTheFirstDocumentIsRead() {
    Parsed parsed = parse("a: 1\n---\nb: 2");
    assertTrue(((Mapping) parsed.root().orElseThrow()).get("a").isPresent());
    assertEquals(1, parsed.notices().size());
  }

  @Test
  void anEmptyFileHoldsNothing() {
    assertTrue(parse("").root().isEmpty());
    assertTrue(parse("").notices().isEmpty());
    assertTrue(parse("# only a comment").root().isEmpty());
  }

  @Test
  void listsKeepTheirOrder() {
    Sequence list = (Sequence) read("a: [3, 1, 2]").get("a").orElseThrow();
    assertEquals(
        List.of("3", "1", "2"), list.items().stream().map(i -> ((Scalar) i).raw()).toList());
  }
}
