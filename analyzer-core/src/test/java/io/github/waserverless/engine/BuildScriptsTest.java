package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.app.BuildScript;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which build scripts a source is built with. */
class BuildScriptsTest {

  private static Optional<BuildScript> of(String source, Map<String, String> files) {
    return new BuildScripts(path -> Optional.ofNullable(files.get(Names.of(path))), Modules.NONE)
        .of(Path.of(source));
  }

  @Test
  void theNearestOneAndThoseAbove() {
    BuildScript script =
        of(
                "a/b/src/main/java/A.java",
                Map.of("a/b/pom.xml", "<parent>child<!-- not\nthis -->", "a/pom.xml", "above"))
            .orElseThrow();
    assertEquals("a/b/pom.xml", script.file());
    assertEquals(List.of("<parent>child", "above"), script.texts());
    assertEquals(true, script.complete());
  }

  @Test
  void commentsThatNeverEndAreKept() {
    String open = "<!--".repeat(500_000);
    String text = "<a/><!-- one --><!----><b/>" + open;
    BuildScript script = of("A.java", Map.of("pom.xml", text)).orElseThrow();
    assertEquals("<a/><b/>".length() + open.length(), script.texts().get(0).length());
  }

  @Test
  void withoutItsParentItIsNotWhole() {
    BuildScript script = of("a/A.java", Map.of("a/pom.xml", "<parent>")).orElseThrow();
    assertEquals(false, script.complete());
    assertEquals(true, of("A.java", Map.of("build.gradle", "x")).orElseThrow().complete());
    assertEquals(List.of("x"), of("A.java", Map.of("build.gradle.kts", "x")).orElseThrow().texts());
  }

  @Test
  void whatAnotherToolBuildsIsNotKnown() {
    assertEquals(
        Optional.empty(), of("a/b/A.java", Map.of("a/BUILD.bazel", "", "pom.xml", "above")));
    assertEquals(
        "a/b/pom.xml",
        of("a/b/A.java", Map.of("a/b/pom.xml", "", "a/BUILD", "")).orElseThrow().file());
  }

  @Test
  void eightFoldersUpThereIsNone() {
    assertEquals(
        "pom.xml", of("1/2/3/4/5/6/7/A.java", Map.of("pom.xml", "x")).orElseThrow().file());
    assertEquals(Optional.empty(), of("1/2/3/4/5/6/7/8/A.java", Map.of("pom.xml", "x")));
  }

  @Test
  void betweenTwoOfThemThereAreFewFolders() {
    Map<String, String> two = Map.of("a/1/b/pom.xml", "b", "a/pom.xml", "a");
    assertEquals(List.of("b", "a"), of("a/1/b/A.java", two).orElseThrow().texts());
    Map<String, String> apart = Map.of("a/1/2/3/pom.xml", "b", "a/pom.xml", "a");
    assertEquals(List.of("b"), of("a/1/2/3/A.java", apart).orElseThrow().texts());
  }
}
