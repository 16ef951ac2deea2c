package io.github.waserverless.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder that names of files start from when they must be the same on every machine.
 *
 * @param path the folder, absolute
 * @param isCheckout whether it is the top of a git checkout
 */
public record SourceRoot(Path path, boolean isCheckout) {

  /**
   * The root of what a run was asked to read: the git checkout around it, else the working folder
   * if that is around it, else the folder that all of it is in.
   */
  public static SourceRoot of(List<Path> paths) {
    Path here = absolute(Path.of(""));
    Path common = common(paths);
    for (Path folder = common; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".git"))) {
        return new SourceRoot(folder, true);
      }
    }
    return new SourceRoot(common.startsWith(here) ? here : common, false);
  }

  /** The innermost folder that holds all of what a run was asked to read. */
  public static Path common(List<Path> paths) {
    Path common = null;
    for (Path path : paths) {
      Path absolute = absolute(path);
      Path parent = absolute.getParent();
      Path folder = Files.isDirectory(absolute) || parent == null ? absolute : parent;
      common = common == null ? folder : shared(common, folder);
    }
    return common == null ? absolute(Path.of("")) : common;
  }

  /** A path as a user would name it: from the working folder. */
  public static Path fromHere(Path path) {
    Path here = absolute(Path.of(""));
    Path absolute = absolute(path);
    return here.getRoot().equals(absolute.getRoot()) ? here.relativize(absolute) : absolute;
  }

  private static Path shared(Path a, Path b) {
    Path shared = a;
    while (!b.startsWith(shared)) {
      @Nullable Path parent = shared.getParent();
      if (parent == null) {
        return shared;
      }
      shared = parent;
    }
    return shared;
  }

  /**
   * What a file is called on every machine: its path from the root, with forward slashes; a file
   * outside of the root keeps its whole path.
   *
   * @param name the file as it is reported
   */
  public String nameOf(String name) {
    Path file = absolute(Path.of(name));
    return Names.of(file.startsWith(path) ? path.relativize(file) : file);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
