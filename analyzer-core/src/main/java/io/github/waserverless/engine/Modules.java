package io.github.waserverless.engine;

import io.github.waserverless.app.BuildScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The modules of the build that a run is part of; none where no build tool calls.
 *
 * @param all in any order
 */
public record Modules(List<ProjectModule> all) {

  /** Nothing is known. */
  public static final Modules NONE = new Modules(List.of());

  private static Path real(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** How a module is built, by the folder that it lies in. */
  Optional<BuildScript> script(Path folder) {
    for (ProjectModule module : all) {
      if (real(module.folder()).equals(real(folder))) {
        return module.script();
      }
    }
    return Optional.empty();
  }

  /**
   * Where the code of a function lies that a template names: the folder of the module that is
   * packaged as that archive, wherever it was copied to, or that is built there.
   */
  Path source(Path location) {
    Path name = location.getFileName();
    String file = name == null ? "" : name.toString();
    List<ProjectModule> packaged = all.stream().filter(m -> m.packages(file)).toList();
    if (packaged.size() == 1) {
      return packaged.get(0).folder();
    }
    Path whole = real(location);
    List<ProjectModule> built =
        all.stream().filter(m -> whole.startsWith(real(m.output()))).toList();
    return built.size() == 1 ? built.get(0).folder() : location;
  }

  /** The sources of all modules that lie where nobody searched: what a build generates. */
  List<Path> further(Collection<Path> searched, Exclusion exclusion) {
    return all.stream()
        .flatMap(module -> module.sources().stream())
        .filter(Files::isDirectory)
        .filter(root -> !holdsAny(real(root), searched))
        .flatMap(root -> JvmSource.under(root).stream())
        .filter(file -> !exclusion.covers(file))
        .toList();
  }

  /** Whether a file is the source of a test and of nothing else. */
  boolean isTest(Path file) {
    Path whole = real(file);
    return all.stream().anyMatch(m -> isIn(whole, m.tests()))
        && all.stream().noneMatch(m -> isIn(whole, m.sources()));
  }

  private static boolean holdsAny(Path folder, Collection<Path> files) {
    return files.stream().anyMatch(file -> file.startsWith(folder));
  }

  private static boolean isIn(Path file, List<Path> folders) {
    return folders.stream().anyMatch(folder -> file.startsWith(real(folder)));
  }
}
