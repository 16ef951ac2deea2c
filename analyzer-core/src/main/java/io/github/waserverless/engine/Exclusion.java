package io.github.waserverless.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a project keeps out of every search of its folders. */
public final class Exclusion {

  /** Keeps nothing out. */
  public static final Exclusion NONE = new Exclusion(Path.of(""), GitIgnore.NONE);

  private final Path folder;
  private final GitIgnore rules;

  private Exclusion(Path folder, GitIgnore rules) {
    this.folder = folder.toAbsolutePath().normalize();
    this.rules = rules;
  }

  /**
   * What some patterns keep out.
   *
   * @param folder what the patterns are relative to
   * @param patterns as in a {@code .gitignore} file in that folder
   */
  public static Exclusion of(Path folder, List<String> patterns) {
    return patterns.isEmpty()
        ? NONE
        : new Exclusion(folder, GitIgnore.NONE.with(String.join("\n", patterns), ""));
  }

  /** Whether an entry is kept out, in a folder that is not. */
  boolean excludes(Path entry, boolean isFolder) {
    return this != NONE && name(entry).map(n -> rules.ignores(n, isFolder)).orElse(false);
  }

  /** Whether a file or one of the folders that it lies in is kept out. */
  public boolean covers(Path file) {
    return this != NONE && name(file).map(this::coversPart).orElse(false);
  }

  private boolean coversPart(String name) {
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      if (rules.ignores(name.substring(0, slash), true)) {
        return true;
      }
    }
    return rules.ignores(name, false);
  }

  private Optional<String> name(Path entry) {
    Path absolute = entry.toAbsolutePath().normalize();
    return absolute.startsWith(folder)
        ? Optional.of(Names.of(folder.relativize(absolute)))
        : Optional.empty();
  }
}
