package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes of characters, and where a pattern is none. */
class GlobTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Alpha", "Digit", "Alnum", "Lower", "Upper", "XDigit", "Space", "Blank", "Punct", "Print",
        "Graph", "Cntrl"
      })
  void namedClassesAreThoseOfAscii(String name) {
    Pattern same = Pattern.compile("\\p{" + name + "}");
    Glob glob = new Glob("[[:" + name.toLowerCase(java.util.Locale.ROOT) + ":]]");
    for (char c = 0; c < 300; c++) {
      String text = String.valueOf(c);
      assertEquals(
          c != '/' && same.matcher(text).matches(), glob.matches(text), name + " " + (int) c);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "[a-c]x, ax, true",
    "[a-c]x, bx, true",
    "[a-c]x, cx, true",
    "[a-c]x, dx, false",
    "[a-c]x, `x, false",
    "[!a-c]x, bx, false",
    "[!a-c]x, dx, true",
    "[^a-c]x, dx, true",
    "[!a]x, /x, false",
    "[a-]x, -x, true",
    "[a-]x, bx, false",
    "[]]x, ]x, true",
    "[!]]x, ]x, false",
    "[!]]x, ax, true",
    "[\\]]x, ]x, true",
    "[a\\-c]x, bx, false",
    "[a\\-c]x, -x, true",
    "[\\a-\\c]x, bx, true",
    "[a-\\c]x, bx, true",
    "[[:digit:]a]x, ax, true",
    "[[:digit:]a]x, 7x, true",
    "[![:digit:]]x, 7x, false",
    "[![:digit:]]x, ax, true",
    "[[:nothing:]]x, ax, false",
    "[:a]x, :x, true",
    "[[:a]x, :x, true",
    "[[:a]x, [x, true",
    "[a, a, false",
    "[a, '[a', false",
    "[, a, false",
    "[!, a, false",
    "[a-, a, false",
    "[a\\, a, false",
    "[a-\\, a, false",
    "?a, ba, true",
    "?a, /a, false",
    "?, '', false",
    "a?, a, false",
    "?a\\, ba, false",
    "?\\a, ba, true",
    "\\?a, ba, false",
    "\\?a, ?a, true",
    "a**b/?, axb/c, true",
    "a**b/?, a/b/c, false",
    "**?, ab, true",
    "**?, a/b, false",
    "?**, a/b, false",
    "?/***, a/b/c, true",
    "*, a/b, false",
    "*b, ab, true",
    "*b, a/b, false",
    "*b, b, true"
  })
  void patternsMatchAsGitHasThem(String pattern, String path, boolean matches) {
    assertEquals(matches, new Glob(pattern).matches(path));
  }
}
