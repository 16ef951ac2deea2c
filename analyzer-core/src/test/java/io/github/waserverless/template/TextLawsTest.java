package io.github.waserverless.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.laws.Law;
import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

/** Texts that are put together, and taken apart again. */
class TextLawsTest {

  private static final Location PLACE = Location.startOf("t.yaml");

  private static final Scope SCOPE =
      new Scope("t.yaml", new Mapping(List.of(), PLACE), Map.of(), Documents.NONE);

  /** A literal text, one that looks like a name, or a name, as {@code Fn::Sub} has them. */
  record Piece(String text, char kind) {

    static Piece of(String text, char kind) {
      // Neither in a literal text nor where two meet may a name begin.
      return new Piece(kind == 'l' ? text.replace("${", "").replaceFirst("^\\{+", "") : text, kind);
    }

    String written() {
      return kind == 'l' ? text : kind == 'e' ? "${!" + text + "}" : "${" + text + "}";
    }

    String meant() {
      return kind == 'e' ? "${" + text + "}" : text;
    }
  }

  @Provide
  Arbitrary<List<Piece>> pieces() {
    Arbitrary<String> literals =
        Arbitraries.strings().withChars("ab${}!\\ .\n\"'é").ofMinLength(1).ofMaxLength(6);
    Arbitrary<String> names = Arbitraries.strings().withChars("Ab.:").ofMinLength(1).ofMaxLength(6);
    return Arbitraries.oneOf(
            literals.map(text -> Piece.of(text, 'l')),
            names.map(text -> Piece.of(text, 'e')),
            names.map(text -> Piece.of(text, 'n')))
        .list()
        .ofMaxSize(6);
  }

  private static String written(List<Piece> pieces) {
    return pieces.stream().map(Piece::written).collect(Collectors.joining());
  }

  private static Value text(String text) {
    return Scalar.text(text, PLACE);
  }

  private static Setting call(String function, Value... operands) {
    return Setting.of(
        SCOPE, new Intrinsic(function, new Sequence(List.of(operands), PLACE), PLACE));
  }

  /** Literal texts beside one another are one text. */
  private static List<Substitution.Part> parts(List<Piece> pieces) {
    List<Substitution.Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece.kind() != 'n') {
        literal.append(piece.meant());
        continue;
      }
      if (!literal.isEmpty()) {
        parts.add(new Substitution.Part(literal.toString(), false));
        literal.setLength(0);
      }
      parts.add(new Substitution.Part(piece.text(), true));
    }
    if (!literal.isEmpty()) {
      parts.add(new Substitution.Part(literal.toString(), false));
    }
    return parts;
  }

  @Law
  void whatASubstitutionIsWrittenOfIsReadAgain(@ForAll("pieces") List<Piece> pieces) {
    assertEquals(parts(pieces), Substitution.parts(written(pieces)));
  }

  @Law
  void aSubstitutionOfKnownNamesIsTheTextWithThemReplaced(@ForAll("pieces") List<Piece> pieces) {
    List<Mapping.Entry> names =
        pieces.stream()
            .filter(piece -> piece.kind() == 'n')
            .map(piece -> new Mapping.Entry(Scalar.text(piece.text(), PLACE), text("<v>")))
            .toList();
    assertEquals(
        Optional.of(
            pieces.stream()
                .map(piece -> piece.kind() == 'n' ? "<v>" : piece.meant())
                .collect(Collectors.joining())),
        call("Sub", text(written(pieces)), new Mapping(names, PLACE)).text().certain());
  }

  @Law
  void namesThatNobodyDeclaresAreReferences(@ForAll("pieces") List<Piece> pieces) {
    Setting setting = Setting.of(SCOPE, new Intrinsic("Sub", text(written(pieces)), PLACE));
    assertEquals(
        pieces.stream()
            .filter(piece -> piece.kind() == 'n')
            .map(piece -> Reference.dotted(piece.text()))
            .collect(Collectors.toSet()),
        setting.references());
  }

  @Provide
  Arbitrary<List<String>> items() {
    return Arbitraries.strings().withChars("ab-.").ofMaxLength(4).list().ofMinSize(1).ofMaxSize(5);
  }

  @Law
  void splitTakesApartWhatJoinPutTogether(@ForAll("items") List<String> items) {
    for (String delimiter : List.of(",", "::")) {
      Value list = new Sequence(items.stream().map(TextLawsTest::text).toList(), PLACE);
      Value joined =
          new Intrinsic("Join", new Sequence(List.of(text(delimiter), list), PLACE), PLACE);
      assertEquals(
          items,
          call("Split", text(delimiter), joined).items().stream()
              .map(item -> item.text().certain().orElseThrow())
              .toList());
      Value split =
          new Intrinsic("Split", new Sequence(List.of(text(delimiter), joined), PLACE), PLACE);
      for (int i = 0; i < items.size(); i++) {
        assertEquals(
            Optional.of(items.get(i)), call("Select", text("" + i), split).text().certain());
      }
    }
  }

  @Law
  void numbersAreReadAsTheyAreWritten(@ForAll double number, @ForAll long whole) {
    assertEquals(Optional.of(number), Reading.number(" " + number + " "));
    assertEquals(Optional.of((double) whole), Reading.number(Long.toString(whole)));
  }
}
