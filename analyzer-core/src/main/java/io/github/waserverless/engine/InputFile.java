package io.github.waserverless.engine;

import io.github.waserverless.parse.Parsed;
import io.github.waserverless.parse.TextDecoder;
import io.github.waserverless.parse.TreeReader;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.tree.Value;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A file that a user gave for a run beside its templates. */
public final class InputFile {

  private InputFile() {}

  /** Whether a file really lies in the git checkout that another is in, else in its folder. */
  public static boolean isAround(Path file, Path other) {
    return RootedFiles.of(List.of(other)).admits(file);
  }

  /** The tree of a file, which must not be empty. */
  public static Value read(Path path) throws InvalidInput {
    Parsed parsed = parse(path);
    return parsed.root().orElseThrow(() -> new InvalidInput(Names.of(path) + " is empty"));
  }

  /** The tree of a file, and what in it is odd; a file that cannot be read is none. */
  public static Parsed parse(Path path) throws InvalidInput {
    String name = Names.of(path);
    String text;
    try {
      text = TextDecoder.decode(Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      throw new InvalidInput("there is no file " + name);
    } catch (CharacterCodingException e) {
      throw new InvalidInput(name + " is not text in UTF-8 or UTF-16");
    } catch (IOException e) {
      throw new InvalidInput(name + " cannot be read");
    }
    Parsed parsed = TreeReader.read(new SourceFile(path, name, text));
    if (parsed.root().isEmpty()) {
      for (Notice notice : parsed.notices()) {
        throw new InvalidInput(notice.location() + ": " + notice.message());
      }
    }
    return parsed;
  }
}
