package io.github.waserverless.fuzz;

import io.github.waserverless.parse.TextDecoder;
import io.github.waserverless.source.SourceFile;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Optional;

/** Bytes as the text of a file. */
final class Text {

  private Text() {}

  /** The file, unless a run would say that it is not text. */
  static Optional<SourceFile> of(String name, byte[] bytes) {
    try {
      return Optional.of(new SourceFile(Path.of(name), name, TextDecoder.decode(bytes)));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The text, written as a text of JSON. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
