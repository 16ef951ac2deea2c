package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project keeps out of its searches. */
class ExclusionTest {

  private static final Path APP = Path.of("app");

  private static Exclusion of(String... patterns) {
    return Exclusion.of(APP, List.of(patterns));
  }

  @ParameterizedTest
  @CsvSource({
    "legacy, app/legacy/old/a.yaml, true",
    "legacy/old, app/legacy/old/a.yaml, true",
    "legacy/old/a.yaml, app/legacy/old/a.yaml, true",
    "a.yaml, app/legacy/a.yaml, true",
    "a.yaml/, app/legacy/a.yaml, false",
    "/a.yaml, app/legacy/a.yaml, false",
    "legacy, app/current/a.yaml, false",
    "legacy, legacy/a.yaml, false",
    "app, app/a.yaml, false",
    "legacy, other/../app/legacy/a.yaml, true"
  })
  void aFileIsCoveredWithAnyFolderThatItLiesIn(String pattern, String file, boolean covered) {
    assertEquals(covered, of(pattern).covers(Path.of(file)));
  }

  @Test
  void aFolderThatIsKeptOutKeepsAllInItOut() {
    Exclusion exclusion = of("legacy/", "!legacy/a.yaml");
    assertTrue(exclusion.covers(APP.resolve("legacy/a.yaml")));
    assertFalse(exclusion.excludes(APP.resolve("legacy/a.yaml"), false), "asked where none is");
  }

  @Test
  void anEntryIsKeptOutByItsOwnName() {
    Exclusion exclusion = of("build/", "*.json");
    assertTrue(exclusion.excludes(APP.resolve("x/build"), true));
    assertFalse(exclusion.excludes(APP.resolve("x/build"), false));
    assertTrue(exclusion.excludes(APP.resolve("a.json"), false));
    assertFalse(exclusion.excludes(APP.resolve("a.yaml"), false));
    assertFalse(exclusion.excludes(Path.of("other/a.json"), false));
  }

  @Test
  void twoKeepOutWhatEitherDoes() {
    Exclusion both = of("a.yaml").and(Exclusion.of(Path.of("other"), List.of("b.yaml")));
    assertTrue(both.covers(APP.resolve("a.yaml")));
    assertTrue(both.covers(Path.of("other/b.yaml")));
    assertTrue(both.excludes(Path.of("other/b.yaml"), false));
    assertFalse(both.covers(APP.resolve("b.yaml")));
    assertFalse(Exclusion.NONE.covers(APP.resolve("a.yaml")));
  }
}
