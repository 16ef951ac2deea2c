package io.github.waserverless.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockYamlTest {

  private static final Location SECOND_LINE = new Location("t.yaml", new Span(2, 3, 2, 9));

  /** The text with the property {@code Delay} of the resource in the second line set to 9. */
  private static Optional<String> withDelay(String text) {
    SourceFile source = new SourceFile(Path.of("t.yaml"), "t.yaml", text);
    return BlockYaml.of(source)
        .setProperty(SECOND_LINE, "Delay", "9")
        .map(edit -> applied(edit, text));
  }

  private static String applied(Fix.Edit edit, String text) {
    int start = 0;
    for (int line = 1; line < edit.span().startLine(); line++) {
      start = text.indexOf('\n', start) + 1;
    }
    return text.substring(0, start + edit.span().startColumn() - 1)
        + edit.text()
        + text.substring(start + edit.span().endColumn() - 1);
  }

  @Test
  void replaces_a_plain_value() {
    assertEquals(
        Optional.of("Resources:\n  Orders:\n    Properties:\n      Delay: 9 # s\n"),
        withDelay("Resources:\n  Orders:\n    Properties:\n      Delay: 5 # s\n"));
  }

  @Test
  @SuppressWarnings("StringConcatToTextBlock") // a text block has no \r\n
  void adds_what_is_missing_with_the_indentation_and_line_ends_of_its_neighbours() {
    String template =
        """
        R:
          Orders: # all
             Type: T
             Properties:

               # names
               Name: x
        """;
    String fixed = template.replace("Properties:\n", "Properties:\n       Delay: 9\n");
    assertEquals(Optional.of(fixed), withDelay(template));
    assertEquals(
        Optional.of(fixed.replace("\n", "\r\n")), withDelay(template.replace("\n", "\r\n")));
  }

  @Test
  void adds_properties_behind_the_type() {
    assertEquals(
        Optional.of("R:\n  Orders:\n    Type: T\n    Properties:\n      Delay: 9\n  Other:\n"),
        withDelay("R:\n  Orders:\n    Type: T\n  Other:\n"));
  }

  @Test
  void takes_no_deeper_or_later_key_for_its_own() {
    String other = "  Other:\n    Properties:\n      Delay: 5\n";
    assertEquals(
        Optional.of(
            "R:\n  Orders:\n    Properties:\n      Delay: 9\n      In:\n        Delay: 5\n"
                + other),
        withDelay("R:\n  Orders:\n    Properties:\n      In:\n        Delay: 5\n" + other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R:\n  Orders: {Type: T}\n",
        "R:\n  Orders:\n    Properties: {Name: x}\n",
        "R:\n  Orders:\n    Properties: !Include x\n",
        "R:\n  Orders:\n    Properties:\n      Delay: !Ref Delay\n",
        "R:\n  Orders:\n    Properties:\n      Delay:\n        Ref: Delay\n",
        "R:\n  Orders:\n    Properties:\n      <<: *defaults\n      Name: x\n",
        "R:\n  Orders:\n    Properties:\n    - x\n",
        "R:\n  Orders:\n",
        "R:\n  Orders:\n    Type: T",
        "{\"R\":\n {\"Orders\":\n {\"Properties\": {\"Delay\": 5}}}}\n"
      })
  void leaves_alone_what_is_not_certain(String text) {
    assertEquals(Optional.empty(), withDelay(text));
  }
}
