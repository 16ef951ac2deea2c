package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that has passed is checked again when, and only when, something may have changed. */
class InputStateTest {

  @TempDir private Path folder;

  private Path app;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    app = Files.createDirectories(folder.resolve("app"));
    write("app/src/main/java/A.java", "class A {}");
    write("app/target/classes/A.class", "built");
    write("openapi.json", "{}");
  }

  private Path write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private String state(Path... further) {
    return InputState.of(Search.in(List.of(app)), List.of(further), "");
  }

  @Test
  void anotherTextBelowIsAnotherState() throws IOException {
    String before = state();
    write("app/src/main/java/A.java", "class A { }");
    assertNotEquals(before, state());
  }

  @Test
  void anotherTimeOfAFileIsAnotherState() throws IOException {
    String before = state();
    Path file = app.resolve("src/main/java/A.java");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    assertNotEquals(before, state());
  }

  @Test
  void aFileMoreOrLessIsAnotherState() throws IOException {
    String before = state();
    Path file = write("app/b/c/template.yaml", "");
    String more = state();
    assertNotEquals(before, more);
    Files.delete(file);
    assertEquals(before, state(), "folders without files are nothing to read");
  }

  @Test
  void anotherNameIsAnotherState() throws IOException {
    Path file = app.resolve("src/main/java/A.java");
    FileTime time = Files.getLastModifiedTime(file);
    String before = state();
    Path moved = Files.move(file, app.resolve("src/main/java/B.java"));
    Files.setLastModifiedTime(moved, time);
    assertNotEquals(before, state());
  }

  @Test
  void whatNobodyReadsChangesNothing() throws IOException {
    String before = state();
    write("app/target/classes/A.class", "built again");
    write("node_modules/a/template.yaml", "Resources: {}");
    write(".git/HEAD", "ref");
    assertEquals(before, state());
    Files.setLastModifiedTime(app.resolve("src"), FileTime.fromMillis(1));
    assertEquals(before, state(), "times of folders tell nothing");
  }

  @Test
  void furtherFilesCount() throws IOException {
    Path baseline = write("target/baseline.json", "{}");
    String before = state(baseline);
    assertNotEquals(state(), before);
    write("target/baseline.json", "{ }");
    String changed = state(baseline);
    assertNotEquals(before, changed);
    Files.delete(baseline);
    assertNotEquals(changed, state(baseline));
    assertNotEquals(state(), state(baseline), "one that is not there may come");
  }

  @Test
  void aNamedFileCounts() throws IOException {
    Path template = write("app/template.yaml", "Resources: {}");
    Search search = Search.in(List.of(template));
    String before = InputState.of(search, List.of(), "");
    write("app/template.yaml", "Resources: { }");
    assertNotEquals(before, InputState.of(search, List.of(), ""));
  }

  private Search search(Path output, String archive) {
    ProjectModule module =
        new ProjectModule(
            app, List.of(output), List.of(), output, List.of(archive), Optional.empty());
    return new Search(List.of(app), Exclusion.NONE, new Modules(List.of(module)), false);
  }

  @Test
  void whatABuildGeneratesAndItsModulesCount() throws IOException {
    write("app/target/generated-sources/G.java", "class G {}");
    Path generated = app.resolve("target/generated-sources");
    String before = InputState.of(search(generated, "a"), List.of(), "");
    assertNotEquals(before, InputState.of(search(generated, "b"), List.of(), ""));
    write("app/target/generated-sources/G.java", "class G { }");
    assertNotEquals(before, InputState.of(search(generated, "a"), List.of(), ""));
  }

  @Test
  void partsAreToldApart() {
    Search search = Search.in(List.of());
    assertNotEquals(
        InputState.of(search, List.of(Path.of("gone-1"), Path.of("gone-2")), ""),
        InputState.of(search, List.of(Path.of("gone-1 is not theregone-2")), ""));
  }
}
