package io.github.waserverless.engine;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A path in which {@code *} stands for any part of a name, {@code **} for any folders. */
public final class PathPattern {

  private PathPattern() {}

  /**
   * The files and folders that a pattern means, in the order of their names. A path without any
   * {@code *} is meant whether it exists or not.
   */
  public static List<Path> under(Path folder, String pattern) {
    List<Path> found = List.of(folder);
    if (pattern.indexOf('*') < 0) {
      return List.of(folder.resolve(pattern));
    }
    for (String part : pattern.split("/", -1)) {
      // Each once: ways to a folder multiply with "any folders" and with a step down and up again.
      Set<Path> next = new LinkedHashSet<>();
      for (Path path : found) {
        step(path, part, next);
      }
      found = List.copyOf(next);
    }
    return found;
  }

  private static void step(Path folder, String part, Set<Path> into) {
    if (part.equals("**")) {
      if (!into.add(folder)) {
        return;
      }
      for (String name : names(folder)) {
        Path below = folder.resolve(name);
        if (Files.isDirectory(below) && !Files.isSymbolicLink(below)) {
          step(below, part, into);
        }
      }
    } else if (part.indexOf('*') >= 0) {
      Glob glob = new Glob(part);
      names(folder).stream().filter(glob::matches).map(folder::resolve).forEach(into::add);
    } else if (part.isEmpty() || Files.exists(folder.resolve(part))) {
      into.add(folder.resolve(part).normalize());
    }
  }

  /** The names in a folder, but for folders that never hold the user's own source. */
  private static Set<String> names(Path folder) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        entries.forEach(found::add);
      } catch (IOException | DirectoryIteratorException e) {
        return Set.of(); // what cannot be searched holds nothing that is meant
      }
    }
    Folder here = Folder.of(folder, found);
    Set<String> own = new TreeSet<>(here.names());
    own.removeIf(here::skips);
    return own;
  }
}
