package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the names of files start from. */
class SourceRootTest {

  @TempDir Path folder;

  private Path file(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  @Test
  void itIsTheCheckout() throws Exception {
    Files.createDirectories(folder.resolve("a/.git"));
    SourceRoot root = SourceRoot.of(List.of(file("a/b/c/t.yaml"), file("a/b/d/t.yaml")));
    assertTrue(root.isCheckout());
    assertEquals(folder.resolve("a"), root.path());
    assertEquals("b/c/t.yaml", root.nameOf(folder.resolve("a/b/c/t.yaml").toString()));
    assertEquals("b/c/t.yaml", root.nameOf(folder.resolve("a/x/../b/c/t.yaml").toString()));
    assertEquals(Names.of(folder.resolve("x")), root.nameOf(folder.resolve("x").toString()));
  }

  @Test
  void withoutOneItIsWhatHoldsAll() throws Exception {
    Path one = file("a/b/t.yaml");
    Path two = file("a/c/d/t.yaml");
    assertEquals(folder.resolve("a"), SourceRoot.common(List.of(one, two)));
    assertEquals(folder.resolve("a"), SourceRoot.common(List.of(two, one)));
    assertEquals(folder.resolve("a/b"), SourceRoot.common(List.of(one)));
    assertEquals(folder.resolve("a/b"), SourceRoot.common(List.of(folder.resolve("a/b"))));
    assertEquals(
        folder.resolve("a"),
        SourceRoot.common(List.of(folder.resolve("a"), folder.resolve("a/c"))));
    assertEquals(Path.of("").toAbsolutePath(), SourceRoot.common(List.of()));
    SourceRoot root = SourceRoot.of(List.of(one, two));
    assertFalse(root.isCheckout());
    assertEquals(folder.resolve("a"), root.path());
  }

  @Test
  void pathsAreNamedFromHere() {
    assertEquals(Path.of("x/y"), SourceRoot.fromHere(Path.of("x/z/../y")));
    assertEquals(Path.of("x"), SourceRoot.fromHere(Path.of("x").toAbsolutePath()));
  }
}
