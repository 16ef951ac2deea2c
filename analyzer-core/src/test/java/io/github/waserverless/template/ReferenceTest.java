package io.github.waserverless.template;

import static io.github.waserverless.template.Written.setting;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that a value refers to. */
class ReferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!Ref A | A",
        "!GetAtt A.Arn | A.Arn",
        "!GetAtt [A, Arn] | A.Arn",
        "!GetAtt [A, Outputs.X] | A.Outputs.X",
        "!GetAtt [A] | ''",
        "{a: !Ref A, b: [!Ref B, {c: !GetAtt C.Arn}]} | A B C.Arn",
        "!Sub '${A}-${B.Arn}' | A B.Arn",
        "!Sub [ '${A}-${B}', {B: !Ref C} ] | A C",
        "!Sub [ '${A}-${B}', {B: c} ] | A",
        "[ !Sub [ '${A}-${B}', {B: !Ref C} ] ] | A C",
        "[ !Sub [ '${A}-${B}', !Ref C ] ] | A B",
        "[ !Sub [] ] | ''",
        "{a: !Sub '${A}${!B}'} | A",
        "{a: !Base64 {Ref: A}} | A",
        "{a: !If [IsProd, !Ref A, !Ref B]} | A B",
        "{a: !Condition IsProd} | ''",
        "{a: !ImportValue {'Fn::Sub': '${A}-x'}} | A",
        "!Join [ ':', [ x, !Ref A ] ] | A",
        "text | ''"
      })
  void areFoundHoweverDeep(String yaml, String expected) {
    assertEquals(
        expected,
        setting(yaml).references().stream()
            .map(r -> r.name() + (r.attribute().isEmpty() ? "" : "." + r.attribute()))
            .collect(Collectors.joining(" ")));
  }

  @Test
  void standInTheOrderOfTheText() {
    Location place = Location.startOf("t");
    Intrinsic sub = new Intrinsic("Sub", Scalar.text("${B}${A}${B}", place), place);
    assertEquals(
        List.of(new Reference("B", ""), new Reference("A", "")), List.copyOf(Reference.in(sub)));
    assertEquals(Set.of(), Reference.in(new Sequence(List.of(), place)));
  }
}
