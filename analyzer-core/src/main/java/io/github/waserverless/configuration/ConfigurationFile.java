package io.github.waserverless.configuration;

import io.github.waserverless.engine.SourceRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the configuration of a project lies. */
public final class ConfigurationFile {

  /** The name that it has unless told otherwise. */
  public static final String NAME = ".wa-serverless.yaml";

  private static final List<String> NAMES = List.of(NAME, ".wa-serverless.yml");

  private ConfigurationFile() {}

  /** The nearest one at or above all that a run was asked to read, no farther up than its root. */
  public static Optional<Path> above(List<Path> paths) {
    SourceRoot root = SourceRoot.of(paths);
    for (Path folder = SourceRoot.common(paths); folder.startsWith(root.path()); ) {
      for (String name : NAMES) {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file)) {
          return Optional.of(SourceRoot.fromHere(file));
        }
      }
      Path parent = folder.getParent();
      if (parent == null) {
        break;
      }
      folder = parent;
    }
    return Optional.empty();
  }
}
