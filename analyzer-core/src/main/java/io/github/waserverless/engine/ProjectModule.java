package io.github.waserverless.engine;

import io.github.waserverless.app.BuildScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A module of a build, as the tool that builds it knows it. Paths are given as those that a run is
 * asked to read.
 *
 * @param folder where it lies
 * @param sources the folders of its sources, also of generated ones
 * @param tests the folders of its tests' sources
 * @param output the folder that it is built in
 * @param archives the names of the files that it is packaged as, without what follows a version
 * @param script how it is built, with everything that it inherits; empty when that is not known
 */
public record ProjectModule(
    Path folder,
    List<Path> sources,
    List<Path> tests,
    Path output,
    List<String> archives,
    Optional<BuildScript> script) {

  /** Whether it is packaged as a file of that name, maybe one with a classifier. */
  boolean packages(String file) {
    return archives.stream()
        .anyMatch(a -> file.equals(a + ".jar") || file.equals(a + ".zip") || isVariant(file, a));
  }

  private static boolean isVariant(String file, String archive) {
    return file.startsWith(archive + "-")
        && file.substring(archive.length()).matches("-[a-z]+\\.(jar|zip)");
  }
}
