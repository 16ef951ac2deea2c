package io.github.waserverless.fuzz;

import io.github.waserverless.parse.Parsed;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import java.util.Arrays;

/** What every reader of trees promises. */
final class TreeInput {

  private TreeInput() {}

  /** A file is read, empty, or told to be unreadable, and everything has its place. */
  static void check(SourceFile file, Parsed parsed) {
    Places places = new Places(file);
    places.check(parsed.notices());
    parsed.root().ifPresent(places::check);
    boolean told = parsed.notices().stream().anyMatch(n -> n.kind() == Notice.Kind.UNREADABLE);
    Places.require(
        parsed.root().isPresent() || told || isEmpty(file.text()), "not read and nothing said");
  }

  /** Whether nothing stands there but spaces, comments and what YAML has around documents. */
  private static boolean isEmpty(String text) {
    return Arrays.stream(text.split("\\R", -1))
        .map(String::strip)
        .allMatch(l -> l.isEmpty() || l.matches("[#%.\ufeff].*"));
  }
}
