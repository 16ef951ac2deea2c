package io.github.waserverless.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Finds the project whose synthesis wrote an assembly. */
final class AssemblyProject {

  private static final int FARTHEST = 4;
  private static final Set<String> BUILD_FILES =
      Set.of("cdk.json", "pom.xml", "build.gradle", "build.gradle.kts", "package.json");

  private AssemblyProject() {}

  /** The nearest folder above an assembly that a CDK application is built in. */
  static Optional<Path> of(Path assembly) {
    Path folder = assembly.toAbsolutePath().normalize().getParent();
    for (int up = 0; folder != null && up < FARTHEST; up++) {
      Path here = folder;
      if (BUILD_FILES.stream().anyMatch(name -> Files.exists(here.resolve(name)))) {
        return Optional.of(assembly.isAbsolute() ? here : SourceRoot.fromHere(here));
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }
}
