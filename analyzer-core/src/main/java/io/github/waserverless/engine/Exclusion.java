package io.github.waserverless.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a project keeps out of every search of its folders. */
public final class Exclusion {

  /** Keeps nothing out. */
  public static final Exclusion NONE = new Exclusion(List.of());

  private final List<Part> parts;

  private Exclusion(List<Part> parts) {
    this.parts = parts;
  }

  /** Patterns of one folder. */
  private record Part(Path folder, GitIgnore rules) {

    Optional<String> name(Path entry) {
      Path absolute = entry.toAbsolutePath().normalize();
      return absolute.startsWith(folder)
          ? Optional.of(Names.of(folder.relativize(absolute)))
          : Optional.empty();
    }

    boolean covers(String name) {
      for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
        if (rules.ignores(name.substring(0, slash), true)) {
          return true;
        }
      }
      return rules.ignores(name, false);
    }
  }

  /**
   * What some patterns keep out.
   *
   * @param folder what the patterns are relative to
   * @param patterns as in a {@code .gitignore} file in that folder
   */
  public static Exclusion of(Path folder, List<String> patterns) {
    Path absolute = folder.toAbsolutePath().normalize();
    return patterns.isEmpty()
        ? NONE
        : new Exclusion(
            List.of(new Part(absolute, GitIgnore.NONE.with(String.join("\n", patterns), ""))));
  }

  /** What this one or another one keeps out. */
  public Exclusion and(Exclusion other) {
    return new Exclusion(Stream.concat(parts.stream(), other.parts.stream()).toList());
  }

  /** Whether an entry is kept out, in a folder that is not. */
  boolean excludes(Path entry, boolean isFolder) {
    return parts.stream()
        .anyMatch(
            part -> part.name(entry).filter(n -> part.rules().ignores(n, isFolder)).isPresent());
  }

  /** Whether a file or one of the folders that it lies in is kept out. */
  public boolean covers(Path file) {
    return parts.stream().anyMatch(part -> part.name(file).filter(part::covers).isPresent());
  }
}
