package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.laws.Law;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Patterns of git match what the regular expressions match that say the same. */
class GlobLawsTest {

  /** A piece of one part of a pattern, with the regular expression that says the same. */
  private record Piece(String glob, String regex) {}

  private static final List<Piece> PIECES =
      List.of(
          new Piece("a", "a"),
          new Piece("b", "b"),
          new Piece("*", "[^/]*"),
          new Piece("?", "[^/]"),
          new Piece("\\*", "\\*"),
          new Piece("\\b", "b"),
          new Piece("[ab]", "[ab]"),
          new Piece("[!a]", "[^a/]"),
          new Piece("[^a*]", "[^a*/]"),
          new Piece("[]a]", "[\\]a]"),
          new Piece("[+-a]", "[+-.0-a]"),
          new Piece("[b-]", "[b-]"));

  @Provide
  Arbitrary<List<List<Integer>>> patterns() {
    Arbitrary<List<Integer>> part =
        Arbitraries.integers().between(0, PIECES.size() - 1).list().ofMinSize(1).ofMaxSize(3);
    // No piece at all stands for two stars.
    Arbitrary<List<Integer>> anyDepth = Arbitraries.just(List.of());
    return Arbitraries.frequencyOf(Tuple.of(3, part), Tuple.of(1, anyDepth))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<String>> paths() {
    return Arbitraries.strings().withChars("ab*/-]").ofMaxLength(8).list().ofSize(20);
  }

  private static String glob(List<List<Integer>> parts) {
    return parts.stream()
        .map(
            part ->
                part.isEmpty()
                    ? "**"
                    : part.stream().map(i -> PIECES.get(i).glob()).collect(Collectors.joining()))
        .collect(Collectors.joining("/"));
  }

  private static String regex(List<List<Integer>> parts) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      if (parts.get(i).isEmpty()) {
        regex.append(last ? ".*" : "(?:.*/)?");
      } else {
        parts.get(i).forEach(p -> regex.append(PIECES.get(p).regex()));
        regex.append(last ? "" : "/");
      }
    }
    return regex.toString();
  }

  @Law
  void aPatternMatchesWhatItsRegularExpressionDoes(
      @ForAll("patterns") List<List<Integer>> parts, @ForAll("paths") List<String> paths) {
    String glob = glob(parts).replaceAll("\\*{3,}", "**");
    if (!glob.replaceAll("(^|/)\\*\\*(?=/|$)", "").contains("**")) {
      for (String path : paths) {
        assertEquals(
            Pattern.matches("(?s)" + regex(parts), path),
            new Glob(glob).matches(path),
            glob + " on " + path);
      }
    }
  }
}
