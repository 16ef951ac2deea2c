package io.github.waserverless.output;

import io.github.waserverless.engine.InvalidInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/** A file that appears all at once: nobody ever reads half of a report. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Writes a text, compressed if the file's name ends with {@code .gz}.
   *
   * @throws InvalidInput when it cannot be written
   */
  public static void write(Path path, String text) throws InvalidInput {
    ReportText whole = new ReportText();
    whole.append(text);
    write(path, whole);
  }

  /**
   * Writes a text, compressed if the file's name ends with {@code .gz}.
   *
   * @throws InvalidInput when it cannot be written
   */
  public static void write(Path path, ReportText text) throws InvalidInput {
    try {
      boolean compressed = path.toString().endsWith(".gz");
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        write(text, compressed, Files.newOutputStream(path));
        return;
      }
      // A link stays one: what it leads to is replaced.
      Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      replace(target, text, compressed);
    } catch (NoSuchFileException e) {
      throw new InvalidInput("cannot write " + path + ": its folder does not exist");
    } catch (IOException e) {
      throw new InvalidInput("cannot write " + path + ": " + reason(e));
    }
  }

  private static void write(ReportText text, boolean compressed, OutputStream file)
      throws IOException {
    try (OutputStream out = compressed ? new GZIPOutputStream(file) : file) {
      text.writeTo(out);
    }
  }

  private static void replace(Path target, ReportText text, boolean compressed) throws IOException {
    Path draft =
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
    Thread removal = new Thread(() -> draft.toFile().delete());
    Runtime.getRuntime().addShutdownHook(removal);
    try {
      // A new file: nothing is written through a link that lies there.
      write(
          text,
          compressed,
          Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
      try {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(draft);
      forget(removal);
    }
  }

  private static void forget(Thread removal) {
    try {
      Runtime.getRuntime().removeShutdownHook(removal);
    } catch (IllegalStateException e) {
      // The process is ending already: then it runs.
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "no permission"
        : String.valueOf(e.getMessage());
  }
}
