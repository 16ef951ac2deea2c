package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which build a folder belongs to. */
class BuildFoldersTest {

  @TempDir private Path folder;

  private Path build(String of, String file) throws IOException {
    Path built = Files.createDirectories(folder.resolve(of));
    Files.writeString(built.resolve(file), "");
    return built;
  }

  private Optional<Path> outermost(String of) {
    return new BuildFolders().outermost(folder.resolve(of));
  }

  private Optional<Path> module(String of) {
    return new BuildFolders().module(folder.resolve(of));
  }

  @Test
  void aBuildReachesUpToTheLastFolderWithABuildFile() throws IOException {
    Path all = build("all", "pom.xml");
    Path orders = build("all/orders", "build.gradle.kts");
    assertEquals(Optional.of(all), outermost("all/orders/src/main/java"));
    assertEquals(Optional.of(orders), module("all/orders/src/main/java"));
    assertEquals(Optional.of(all), outermost("all"));
    assertEquals(Optional.of(all), module("all/other"));
  }

  @Test
  void anotherFolderBetweenIsTheEndOfABuild() throws IOException {
    build("all", "settings.gradle");
    Path orders = build("all/functions/orders", "pom.xml");
    assertEquals(Optional.of(orders), outermost("all/functions/orders"));
    assertEquals(Optional.of(orders), module("all/functions/orders/src"));
  }

  @Test
  void withoutABuildFileThereIsNoBuild() {
    assertEquals(Optional.empty(), outermost("src"));
    assertEquals(Optional.empty(), module("src"));
  }
}
