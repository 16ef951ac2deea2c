package io.github.waserverless.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * The archive of loaded classes that the launcher starts Java with. Java does without one that was
 * made by another Java or of another jar, and says nothing: the next start is as slow.
 */
final class ClassArchive {

  /** Where the launcher says which file it is. */
  private static final String PROPERTY = "wa-serverless.archive";

  /** What is younger, and yet of no use, would be so again. */
  private static final Duration LEAST_AGE = Duration.ofHours(1);

  private ClassArchive() {}

  /** Removes an archive that Java does not use, so that the launcher makes another one. */
  static void removeIfUnused(UnaryOperator<String> properties) {
    String file = properties.apply(PROPERTY);
    String mode = properties.apply("java.vm.info");
    if (file == null || mode == null || mode.contains("sharing")) {
      return;
    }
    try {
      Path archive = Path.of(file);
      Instant made = Files.getLastModifiedTime(archive).toInstant();
      if (made.plus(LEAST_AGE).isBefore(Instant.now())) {
        Files.delete(archive);
        Files.deleteIfExists(archive.resolveSibling(archive.getFileName() + ".tried"));
      }
    } catch (IOException | InvalidPathException e) {
      // Nothing is lost but time: it is gone already, or somebody else's.
      return;
    }
  }
}
