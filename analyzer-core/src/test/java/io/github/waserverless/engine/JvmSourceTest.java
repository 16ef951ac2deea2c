package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a source, and what is known of those that are not Java. */
class JvmSourceTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "demo/Handler.java, true, true",
    "demo/package-info.java, false, true",
    "module-info.java, false, true",
    "demo/Handler.kt, true, false",
    "demo/Handler.scala, true, false",
    "demo/Handler.groovy, true, false",
    "demo/handler.py, false, false",
    "demo/Handler.class, false, false",
    "demo/HandlerTest.java, false, true",
    "demo/HandlerTests.kt, false, false",
    "demo/HandlerIT.java, false, true",
    "demo/TestHandler.java, true, true",
    "scala, false, false",
    ".kt, true, false"
  })
  void aSourceIsCodeOfTheJvmThatIsNoTest(String name, boolean source, boolean java) {
    assertEquals(source, JvmSource.isSource(name));
    assertEquals(java && !name.endsWith("-info.java"), JvmSource.isJava(name));
  }

  private void write(String... files) throws IOException {
    for (String file : files) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "class A {}");
    }
  }

  private List<String> generated() {
    return JvmSource.generatedIn(folder.resolve("target")).stream()
        .map(file -> Names.of(folder.resolve("target").relativize(file)))
        .toList();
  }

  @Test
  void onlyWhatABuildGeneratesIsSourceInItsOutput() throws IOException {
    write("target/classes/A.java", "target/generated-test-sources/T.java");
    assertEquals(List.of(), generated());
    write(
        "target/generated-sources/b/B.java",
        "target/generated-sources/a/A.java",
        "target/generated-sources/a/notes.txt",
        "target/generated-sources/test-annotations/T.java",
        "target/generated/C.java");
    Files.createSymbolicLink(
        folder.resolve("target/generated-sources/Link.java"), Path.of("a/A.java"));
    assertEquals(List.of("generated-sources/a/A.java", "generated-sources/b/B.java"), generated());
  }

  @Test
  void whereTheProjectLiesDoesNotMatter() throws IOException {
    write("my-test-app/target/generated-sources/a/A.java");
    assertEquals(1, JvmSource.generatedIn(folder.resolve("my-test-app/target")).size());
  }

  @Test
  void toolsDifferInWhereTheyGenerate() throws IOException {
    write("target/generated/sources/annotationProcessor/A.java");
    assertEquals(List.of("generated/sources/annotationProcessor/A.java"), generated());
    write("target/generated-sources");
    assertEquals(List.of("generated/sources/annotationProcessor/A.java"), generated());
    assertTrue(JvmSource.isBuildOutput("target"));
    assertTrue(JvmSource.isBuildOutput("build"));
    assertFalse(JvmSource.isBuildOutput("src"));
  }

  private static Map<String, Set<String>> classes(String... texts) {
    return OtherLanguages.classes(
        Arrays.stream(texts)
            .map(text -> text.split("=", 2))
            .map(part -> new SourceFile(Path.of(part[0]), part[0], part[1]))
            .toList());
  }

  @Test
  void ofOtherLanguagesTheClassesAreKnownByName() {
    assertEquals(
        Map.of(
            "demo.orders.Handler", Set.of("H.kt"),
            "demo.orders.Store", Set.of("H.kt"),
            "Alone", Set.of("A.scala", "B.groovy"),
            "Shape", Set.of("A.scala")),
        classes(
            """
            H.kt=// of orders
              package demo.orders

            open class Handler : A() {
            }
            @Named("s") internal object Store
            val klass = 1
            """,
            "A.scala=case class Alone(a: Int)\ntrait Shape\n",
            "B.groovy=class Alone {}\n",
            "J.java=package demo; class Java {}\n"));
  }

  @Test
  void emptyLinesCostNothing() {
    String lines = "\n".repeat(300_000);
    assertEquals(Map.of("A", Set.of("A.kt")), classes("A.kt=" + lines + "class A"));
  }
}
