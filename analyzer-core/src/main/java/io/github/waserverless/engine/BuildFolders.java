package io.github.waserverless.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the builds that folders belong to. */
final class BuildFolders {

  private static final String[] BUILD_FILES = {
    "pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts"
  };

  private final Map<Path, Boolean> known = new ConcurrentHashMap<>();

  private boolean isBuild(Path folder) {
    return known.computeIfAbsent(
        folder,
        f -> {
          for (String name : BUILD_FILES) {
            if (Files.exists(f.resolve(name))) {
              return true;
            }
          }
          return false;
        });
  }

  /** The outermost folder of the build that a folder belongs to, through all its parents. */
  Optional<Path> outermost(Path folder) {
    Path found = null;
    for (Path f = folder.toAbsolutePath().normalize(); f != null; f = f.getParent()) {
      if (isBuild(f)) {
        found = f;
      } else if (found != null) {
        break;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The folder of the module that code is in: that of the nearest build file at or above it. */
  Optional<Path> module(Path code) {
    for (Path f = code.toAbsolutePath().normalize(); f != null; f = f.getParent()) {
      if (isBuild(f)) {
        return Optional.of(f);
      }
    }
    return Optional.empty();
  }
}
