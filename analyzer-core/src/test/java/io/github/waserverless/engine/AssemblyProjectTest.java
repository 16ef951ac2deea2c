package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which project an assembly was made of. */
class AssemblyProjectTest {

  @TempDir private Path folder;

  @Test
  void itIsTheNearestOfFourFoldersAbove() throws IOException {
    Files.writeString(folder.resolve("package.json"), "{}");
    assertEquals(Optional.of(folder), AssemblyProject.of(folder.resolve("a/b/c/cdk.out")));
    assertEquals(Optional.empty(), AssemblyProject.of(folder.resolve("a/b/c/d/cdk.out")));
    Path nearer = Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(nearer.resolve("cdk.json"), "{}");
    assertEquals(Optional.of(nearer), AssemblyProject.of(folder.resolve("a/b/c/cdk.out")));
  }

  @Test
  void itIsNamedAsTheAssemblyIs() throws IOException {
    Files.writeString(folder.resolve("cdk.json"), "{}");
    Path up = Path.of("").toAbsolutePath().relativize(folder);
    assertEquals(Optional.of(up), AssemblyProject.of(up.resolve("cdk.out")));
  }
}
