package io.github.waserverless.engine;

import io.github.waserverless.parse.TextDecoder;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Documents.LocalFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files inside of what a run was asked to read, and of the checkouts that this is in: no
 * template of a stranger makes it read another, not even through a link.
 */
final class RootedFiles implements LocalFiles {

  /** A state machine definition may have 1 MB, an OpenAPI document 6 MB. */
  private static final long LARGEST = 10_000_000;

  /** All files there are. */
  static final RootedFiles ANYWHERE = new RootedFiles(List.of(), true);

  private final List<Path> roots;
  private final boolean anywhere;

  private RootedFiles(List<Path> roots, boolean anywhere) {
    this.roots = roots;
    this.anywhere = anywhere;
  }

  /** What a search may read beside what it finds. */
  static RootedFiles of(Search search) {
    return search.outside() ? ANYWHERE : of(search.paths());
  }

  /** The files in the checkouts that paths are in; else those in folders, and beside files. */
  static RootedFiles of(List<Path> paths) {
    List<Path> roots =
        paths.stream().flatMap(path -> real(root(path)).stream()).distinct().toList();
    return new RootedFiles(roots, false);
  }

  private static Path root(Path path) {
    if (Files.isDirectory(path) && Folder.isAssembly(path)) {
      return project(path);
    }
    SourceRoot around = SourceRoot.of(List.of(path));
    if (around.isCheckout()) {
      return around.path();
    }
    return Files.isDirectory(path) ? path : path.toAbsolutePath().resolveSibling("");
  }

  /** A named assembly is like a named template: what it was made of lies around it. */
  private static Path project(Path assembly) {
    SourceRoot around = SourceRoot.of(List.of(assembly));
    return around.isCheckout() ? around.path() : AssemblyProject.of(assembly).orElse(assembly);
  }

  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public LocalFile read(Path path) {
    // Whether something exists outside is nothing to tell either.
    if (!admits(path)) {
      return LocalFile.not("lies outside of what is checked");
    }
    Optional<Path> file = real(path);
    return file.isPresent() ? readAdmitted(file.get(), path) : LocalFile.not("does not exist");
  }

  /** Whether a path, or the folder of it that exists, is really inside. */
  boolean admits(Path path) {
    if (anywhere) {
      return true;
    }
    // As it stands: behind a link, two dots lead elsewhere than the names in the path say.
    return real(path).or(() -> nearest(path)).filter(this::isInside).isPresent();
  }

  /** The last folder that is there, of those that a path leads through. */
  private static Optional<Path> nearest(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    Path found = whole.getRoot();
    for (Path name : whole) {
      Path next = found.resolve(name);
      if (!Files.exists(next)) {
        break;
      }
      found = next;
    }
    return real(found);
  }

  private boolean isInside(Path real) {
    return roots.stream().anyMatch(real::startsWith);
  }

  private static LocalFile readAdmitted(Path file, Path path) {
    try {
      if (!Files.isRegularFile(file)) {
        return LocalFile.not("is no file");
      }
      if (Files.size(file) > LARGEST) {
        return LocalFile.not("is larger than 10 MB");
      }
      String text = TextDecoder.decode(Files.readAllBytes(file));
      return LocalFile.of(new SourceFile(path, Names.of(path), text));
    } catch (CharacterCodingException e) {
      return LocalFile.not("is not text in UTF-8 or UTF-16");
    } catch (IOException e) {
      return LocalFile.not("cannot be read");
    }
  }
}
