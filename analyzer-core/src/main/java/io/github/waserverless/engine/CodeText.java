package io.github.waserverless.engine;

import io.github.waserverless.parse.TextDecoder;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a source file.
 *
 * @param source the text; empty when it cannot be read
 * @param problem why not
 */
record CodeText(Path path, Optional<SourceFile> source, String problem) {

  private static final String DENIED = "cannot be read";

  /** Nobody writes a larger source, and the compiler takes no larger class. */
  private static final long LARGEST = 10_000_000;

  /** Reads a file. */
  static CodeText of(Path path) {
    try {
      if (Files.size(path) > LARGEST) {
        return not(path, "larger than 10 MB: no source is");
      }
      String text = TextDecoder.decode(Files.readAllBytes(path));
      return new CodeText(path, Optional.of(new SourceFile(path, Names.of(path), text)), "");
    } catch (CharacterCodingException e) {
      return not(path, "not text in UTF-8 or UTF-16");
    } catch (IOException e) {
      return not(path, DENIED);
    }
  }

  private static CodeText not(Path path, String why) {
    return new CodeText(path, Optional.empty(), why);
  }

  /** Whether nobody can tell what is in it. */
  boolean isDenied() {
    return problem.equals(DENIED);
  }

  /**
   * What is told when there is no text.
   *
   * @param named whether somebody asked for the file itself
   */
  Notice notice(boolean named) {
    return named || isDenied()
        ? Discovery.cannotRead(path, problem)
        : Notice.notLookedAt(Discovery.at(path), problem);
  }
}
