package io.github.waserverless.engine;

import java.nio.file.Path;

/** Paths as reports show them: as they were given, with forward slashes. */
final class Names {

  private Names() {}

  static String of(Path path) {
    String name = path.normalize().toString();
    return name.isEmpty() ? "." : name.replace('\\', '/');
  }
}
