package io.github.waserverless.engine;

import io.github.waserverless.parse.TextDecoder;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that may be a template.
 *
 * @param named whether the user named the file: one that was only found may be something else
 */
record Candidate(Path path, boolean named) {

  /** No template is larger: CloudFormation takes 1 MB. */
  private static final long LARGEST = 50_000_000;

  /**
   * What reading the file gave; neither text nor problem when it speaks of no resources.
   *
   * @param problem why there is no text
   */
  record Content(Optional<SourceFile> source, Optional<Notice> problem) {

    private static final Content OTHER = new Content(Optional.empty(), Optional.empty());
  }

  /** Reads the file, or says why not. */
  Content read() {
    try {
      if (Files.size(path) > LARGEST) {
        return tooLarge();
      }
      byte[] bytes = Files.readAllBytes(path);
      if (!named && !mayBeTemplate(bytes)) {
        return Content.OTHER;
      }
      String text = TextDecoder.decode(bytes);
      return new Content(Optional.of(new SourceFile(path, Names.of(path), text)), Optional.empty());
    } catch (CharacterCodingException e) {
      return problem(Discovery.cannotRead(path, "not text in UTF-8 or UTF-16"));
    } catch (IOException e) {
      return problem(Discovery.cannotRead(path, "cannot be read"));
    }
  }

  /** Whether the file, which nobody named, reads as a template. */
  boolean looksLikeTemplate() {
    try {
      return Files.size(path) <= LARGEST && mayBeTemplate(Files.readAllBytes(path));
    } catch (IOException e) {
      return false;
    }
  }

  private Content tooLarge() {
    String why = "larger than 50 MB: no template is";
    return problem(
        named ? Discovery.cannotRead(path, why) : Notice.notLookedAt(Discovery.at(path), why));
  }

  private static Content problem(Notice why) {
    return new Content(Optional.empty(), Optional.of(why));
  }

  /** Whether a text speaks of CloudFormation resources, whatever the file is called. */
  private static boolean mayBeTemplate(byte[] bytes) {
    boolean wide =
        bytes.length > 1 && ((bytes[0] & bytes[1] & 0xFE) == 0xFE && bytes[0] != bytes[1]);
    String text = new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    return text.contains("Resources") && (text.contains("AWS::") || text.contains("Custom::"));
  }
}
