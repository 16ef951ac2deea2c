package io.github.waserverless.parse;

import io.github.waserverless.source.SourceFile;

/** Reads a file as what it is: JSON when it starts like JSON, YAML otherwise. */
public final class TreeReader {

  private TreeReader() {}

  /** The tree of a file, whatever its name ends with. */
  public static Parsed read(SourceFile file) {
    if (!startsLikeJson(file.text())) {
      return YamlReader.read(file);
    }
    Parsed json = JsonReader.read(file);
    return json.root().isEmpty() && file.name().matches(".*\\.ya?ml")
        ? YamlReader.read(file)
        : json;
  }

  private static boolean startsLikeJson(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        return c == '{' || c == '[';
      }
    }
    return false;
  }
}
