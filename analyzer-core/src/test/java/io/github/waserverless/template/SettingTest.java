package io.github.waserverless.template;

import static io.github.waserverless.template.Written.setting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a property may be at deployment. */
class SettingTest {

  @Test
  void absentKnownAndUnknownAreThreeThings() {
    Setting map = setting("{known: 1, unknown: !ImportValue x, none: !Ref 'AWS::NoValue'}");
    assertTrue(map.get("missing").absent().alwaysHolds());
    assertTrue(map.get("none").absent().alwaysHolds());
    assertTrue(map.get("unknown").present().alwaysHolds());
    assertFalse(map.get("unknown").is(t -> true).canHold());
    assertFalse(map.get("unknown").is(t -> true).neverHolds());
    assertTrue(map.get("known").is("1").alwaysHolds());
    assertTrue(map.get("known", "deeper").absent().alwaysHolds());
    assertFalse(map.get("unknown", "deeper").absent().canHold());
  }

  @Test
  void aDefaultIsKnownAndSaysWhereItComesFrom() {
    Truth truth = setting("!Ref Memory").number(0).is(n -> n == 512);
    assertTrue(truth.alwaysHolds());
    assertEquals(Origin.DEFAULT, truth.origin());
  }

  @Test
  void aGivenValueWinsOverTheDefault() {
    Truth truth = setting("!Ref Memory", Map.of("Memory", "99")).number(0).is(n -> n == 99);
    assertTrue(truth.alwaysHolds());
    assertEquals(Origin.WRITTEN, truth.origin());
  }

  @Test
  void withoutDefaultTheAllowedValuesAreAllThereIs() {
    Setting level = setting("!Ref Level");
    assertEquals(List.of("low", "high"), level.text().values());
    assertTrue(level.is(t -> !t.isEmpty()).alwaysHolds());
    assertEquals(Origin.LISTED, level.is(t -> true).origin());
  }

  @Test
  void whatTheParameterStoreHoldsIsNotKnown() {
    assertFalse(setting("!Ref Stored").is(t -> true).canHold());
  }

  @Test
  void bothBranchesOfAChoiceArePossible() {
    Setting choice = setting("!If [IsProd, 1, !Ref 'AWS::NoValue']");
    assertTrue(choice.absent().canHold());
    assertFalse(choice.absent().alwaysHolds());
    assertEquals("unless IsProd", choice.absent().inWords());
    assertEquals("when IsProd", choice.is("1").inWords());
  }

  @Test
  void branchesThatNoDeploymentReachesDoNotExist() {
    assertEquals(List.of("a", "c"), setting("!If [IsProd, !If [IsProd, a, b], c]").text().values());
    assertEquals(List.of("y"), setting("!If [Never, x, y]").text().values());
    assertEquals(
        List.of("p", "d", "o"),
        setting("!If [IsProd, !If [IsDev, x, p], !If [IsDev, d, o]]").text().values());
  }

  @Test
  void ofTwoAllowedValuesOneIsTheOpposite() {
    assertEquals(List.of("h", "l"), setting("!If [IsHigh, h, !If [IsLow, l, x]]").text().values());
  }

  @Test
  void circularConditionsEnd() {
    assertEquals(2, setting("!If [Round, a, b]").text().values().size());
  }

  @Test
  void aVariableKeyReachesAllEntriesOfAMap() {
    Setting memory = setting("!FindInMap [Sizes, !Ref Stage, Memory]");
    assertEquals(List.of(128.0, 1024.0), memory.number(0).values());
    assertEquals("when Stage is dev", memory.number(0).is(n -> n == 128).inWords());
    assertEquals(Optional.of(5.0), setting("!FindInMap [Sizes, dev, Timeout]").number(0).certain());
    assertEquals(
        Optional.of(1024.0),
        setting("!FindInMap [Sizes, !Ref Stage, Memory]", Map.of("Stage", "prod"))
            .number(0)
            .certain());
  }

  @Test
  void keyAndConditionOnOneParameterAreSolvedTogether() {
    Setting memory = setting("!If [IsProd, !FindInMap [Sizes, !Ref Stage, Memory], 7]");
    assertEquals(List.of(1024.0, 7.0), memory.number(0).values());
  }

  @Test
  void textsOfKnownPartsAreKnown() {
    assertEquals(
        Optional.of("m-512-a"), setting("!Sub ['m-${Memory}-${v}', {v: a}]").text().certain());
    assertEquals(Optional.of("a/b"), setting("!Join ['/', [a, b]]").text().certain());
    assertEquals(Optional.of("a-b"), setting("!Join ['-', !Ref Names]").text().certain());
    assertEquals(Optional.of("b"), setting("!Select [1, !Split [',', 'a,b']]").text().certain());
    assertEquals(Optional.of("${Literal}"), setting("!Sub '${!Literal}'").text().certain());
  }

  @Test
  void holesKeepTheirReferences() {
    Setting arn = setting("!Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}'");
    assertTrue(arn.references().contains(new Reference("Queue", "QueueName")));
    assertEquals(
        List.of("arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}"),
        arn.renderings());
    assertFalse(arn.is(t -> true).canHold());
  }

  @Test
  void jsonWrittenAsTextIsReadAsWhatItSays() {
    Setting policy =
        setting("!Sub '{\"deadLetterTargetArn\": \"${Dlq.Arn}\", \"maxReceiveCount\": ${Memory}}'");
    assertEquals(Optional.of(512.0), policy.document().get("maxReceiveCount").number(0).certain());
    assertTrue(
        policy
            .document()
            .get("deadLetterTargetArn")
            .references()
            .contains(new Reference("Dlq", "Arn")));
  }

  @Test
  void aSingleValueStandsForAListOfOne() {
    assertEquals(1, setting("x").items().size());
    assertEquals(0, setting("!Ref 'AWS::NoValue'").items().size());
    assertEquals(3, setting("[1, !If [IsProd, 2, 3], 4]").items().size());
  }

  @Test
  void switchesAreReadInAllSpellings() {
    for (String yes : List.of("true", "'true'", "True", "yes", "on")) {
      assertTrue(setting(yes).isTrue().alwaysHolds(), yes);
    }
    for (String no : List.of("false", "'False'", "no", "off", "!Ref 'AWS::NoValue'")) {
      assertTrue(setting(no).isTrue().neverHolds(), no);
    }
    assertFalse(setting("!ImportValue x").isTrue().neverHolds());
  }

  @Test
  void moreCasesThanCanBeToldApartAreUnknown() {
    StringBuilder text = new StringBuilder("!Sub ['");
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      text.append("${v%d}".formatted(i));
      names.append("v%d: !If [C%d, a, b], ".formatted(i, i));
    }
    assertFalse(setting(text + "', {" + names + "z: z}]").is(t -> true).canHold());
  }

  @Test
  void onlyItemsThatAreCertainCount() {
    assertEquals(
        Optional.of(2),
        setting("[1, !If [IsProd, 2, !Ref 'AWS::NoValue'], !ImportValue x]").size().certain());
    assertEquals(Optional.of(0), setting("!Ref 'AWS::NoValue'").size().certain());
    assertEquals(Optional.empty(), setting("!ImportValue x").size().certain());
    assertEquals(List.of(1, 2), setting("!If [IsProd, [1], [1, 2]]").size().values());
  }

  @Test
  void oneItemIsEnoughAndMustBeThere() {
    Setting list = setting("[a, !If [IsProd, b, !Ref 'AWS::NoValue']]");
    assertTrue(list.anyItem(item -> item.is("a")).alwaysHolds());
    assertTrue(list.anyItem(item -> item.is("c")).neverHolds());
    assertEquals("when IsProd", list.anyItem(item -> item.is("b")).inWords());
    assertEquals("when IsProd", list.anyItem(item -> Truth.NO.or(item.is("b"))).inWords());
    assertTrue(setting("[]").anyItem(item -> Truth.YES).neverHolds());
  }

  @Test
  void onlyKnownTextChanges() {
    Setting text = setting("!If [IsProd, a, !If [IsDev, !ImportValue x, !Ref 'AWS::NoValue']]");
    Setting changed = text.withText(t -> t + "!");
    assertEquals(List.of("a!"), changed.text().values());
    assertTrue(changed.absent().canHold());
    assertEquals(text.cases().size(), changed.cases().size());
  }

  @Test
  void whetherSomethingIsAMappingMayNotBeKnown() {
    assertTrue(setting("{a: b}").isMapping().alwaysHolds());
    assertTrue(setting("[a]").isMapping().neverHolds());
    assertTrue(setting("!Ref 'AWS::NoValue'").isMapping().neverHolds());
    for (String yaml : List.of("!ImportValue x", "!Sub 'a${Q}'")) {
      assertFalse(setting(yaml).isMapping().canHold());
      assertFalse(setting(yaml).isMapping().neverHolds());
    }
  }
}
