package io.github.waserverless.template;

import static io.github.waserverless.template.Written.setting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.PartialText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What intrinsic functions give, and where they give nothing that is known. */
class ResolutionTest {

  private static void assertUnknown(Setting setting) {
    assertFalse(setting.is(t -> true).canHold(), () -> setting.values().toString());
    assertTrue(setting.present().alwaysHolds());
    assertFalse(setting.values().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!If [IsProd, a]",
        "!If [[IsProd], a, b]",
        "!Join [',']",
        "!Join [[','], [a, b]]",
        "!Join [',', !ImportValue list]",
        "!Select [0]",
        "!Select [[0], [a]]",
        "!Select [2, [a, b]]",
        "!Select [-1, [a, b]]",
        "!Select [x, [a, b]]",
        "!Select [0, !ImportValue list]",
        "!Split [',']",
        "!Split [[','], 'a,b']",
        "!Split ['', 'a,b']",
        "!Split [',', !ImportValue text]",
        "!Split [',', [a, b]]",
        "!Sub []",
        "!Sub [[a]]",
        "!FindInMap [Sizes, dev]",
        "!FindInMap [Sizes, nowhere, Memory]",
        "!FindInMap [Nowhere, dev, Memory]",
        "!FindInMap [Sizes, nowhere, Memory, DefaultValue]"
      })
  void whatIsNotToBeResolvedIsNotKnown(String yaml) {
    assertUnknown(setting(yaml));
  }

  @Test
  void itemsAreSelectedByTheirPlace() {
    assertEquals(Optional.of("a"), setting("!Select [0, [a, b]]").text().certain());
    assertEquals(Optional.of("b"), setting("!Select ['1', [a, b]]").text().certain());
    assertEquals(
        Optional.of("q"),
        setting("!Select [5, !Split [':', !Sub 'arn:aws:sqs:${AWS::Region}:1:q']]")
            .text()
            .certain());
  }

  @Test
  void aTextOfOneHoleIsWhatFillsTheHole() {
    assertInstanceOf(Intrinsic.class, setting("!Sub '${Queue}'").values().get(0));
    assertInstanceOf(Intrinsic.class, setting("!Join ['', [!Ref Queue]]").values().get(0));
    PartialText text = (PartialText) setting("!Sub '${A}${B}'").values().get(0);
    assertEquals(2, text.parts().size());
  }

  @Test
  void defaultsOfMappingsCountWhereThereIsNoEntry() {
    String missing = "!FindInMap [Sizes, nowhere, Memory, {DefaultValue: 7}]";
    assertEquals(Optional.of("7"), setting(missing).text().certain());
    assertEquals(
        Optional.of("128"),
        setting("!FindInMap [Sizes, dev, Memory, {DefaultValue: 7}]").text().certain());
    assertUnknown(setting("!FindInMap [Sizes, nowhere, Memory, {Default: 7}]"));
  }

  @Test
  void theDefaultOfAKeyIsNotItsOnlyValue() {
    Setting memory = setting("!FindInMap [Sizes, !Ref Usual, Memory]");
    assertEquals(List.of(128.0, 1024.0), memory.number(0).values());
    assertEquals(Origin.LISTED, memory.present().origin());
  }

  @Test
  void keysThatAParameterCannotBeReachNoEntry() {
    Setting size = setting("!FindInMap [Levels, !Ref Level, Size]");
    assertEquals(List.of(1.0), size.number(0).values());
    assertTrue(size.is("1").alwaysHolds());
  }

  @Test
  void keysThatAreNoParametersAreComparedAsWritten() {
    Setting memory = setting("!FindInMap [Sizes, !Ref 'AWS::Region', Memory]");
    assertEquals("when ${AWS::Region} is dev", memory.is("128").inWords());
    assertEquals(
        Optional.of("128"),
        setting("!FindInMap [Sizes, !Sub '${Stage}', Memory]", Map.of("Stage", "dev"))
            .text()
            .certain());
  }

  @Test
  void anEmptyDefaultIsOneAndNullIsNone() {
    assertEquals(Optional.of(""), setting("!Ref Empty").text().certain());
    assertUnknown(setting("!Ref Nothing"));
  }

  private static String each(int count, String item) {
    return IntStream.range(0, count)
        .mapToObj(i -> item.replace("#", "" + i))
        .collect(Collectors.joining(", "));
  }

  /** {@code Fn::If} of as many conditions gives twice as many texts for each. */
  private static Setting texts(int conditions, int more) {
    return setting(
        "!Join ['', [%s, !Select [0, [%s]]]]"
            .formatted(each(conditions, "!If [C#, a, b]"), each(more, "x")));
  }

  @Test
  void sixtyFourCasesAreToldApart() {
    assertEquals(64, texts(6, 1).text().cases().size());
    assertTrue(texts(6, 1).is(t -> t.matches("[ab]{6}x")).alwaysHolds());
    assertUnknown(texts(7, 1));
  }

  private static Setting looked(int entries) {
    String found = "!FindInMap [Many, !Ref Stage, v]";
    return setting(found + "\nMappings: {Many: {" + each(entries, "k#: {v: #}") + "}}");
  }

  @Test
  void ofAMappingSixtyFourEntriesAreToldApart() {
    assertEquals(64, looked(64).text().cases().size());
    assertTrue(looked(64).is(t -> true).alwaysHolds());
    assertUnknown(looked(65));
  }

  /** What a template puts together with a parameter of as many characters. */
  private static Setting with(int characters, String yaml) {
    return setting(yaml, Map.of("Stage", "x".repeat(characters)));
  }

  @Test
  void aMillionCharactersArePutTogether() {
    assertTrue(with(999_999, "!Join ['', [!Ref Stage]]").is(t -> true).alwaysHolds());
    assertUnknown(with(1_000_000, "!Join ['', [!Ref Stage]]"));
    assertUnknown(with(500_000, "!Join ['', [!Ref Stage, !Sub '${Stage}']]"));
  }

  @Test
  void ofAllCasesTogetherAMillionCharactersArePutTogether() {
    String cases = "!Join ['', [!If [IsHigh, a, b], !Ref Stage]]";
    assertTrue(with(499_997, cases).is(t -> true).alwaysHolds());
    assertUnknown(with(499_998, cases));
  }

  @Test
  void knownPartsOfPartialTextsCountToo() {
    String twice = "!Join ['', [!Sub '${Q}${Stage}', !Sub '${Q}${Stage}']]";
    assertInstanceOf(PartialText.class, with(499_000, twice).values().get(0));
    assertInstanceOf(Intrinsic.class, with(500_000, twice).values().get(0));
  }
}
