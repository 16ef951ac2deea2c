package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths with stars, as a configuration names files. */
class PathPatternTest {

  @TempDir Path folder;

  @BeforeEach
  void files() throws Exception {
    for (String file :
        List.of(
            "a.yaml", "b.yaml", "x/a.yaml", "x/y/a.yaml", "x/y/b.json", "node_modules/a.yaml")) {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), "");
    }
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("x"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.yaml, a.yaml",
    "gone.yaml, gone.yaml",
    "*.yaml, a.yaml b.yaml",
    "*, a.yaml b.yaml link x",
    "*/a.yaml, link/a.yaml x/a.yaml",
    "*/gone.yaml, ''",
    "x/*, x/a.yaml x/y",
    "**/a.yaml, a.yaml x/a.yaml x/y/a.yaml",
    "x/**, x x/y",
    "x/**/*.json, x/y/b.json",
    "**/**/b.json, x/y/b.json",
    "**/y/../**/b.json, x/y/b.json",
    "*/../*/../*/../*/../*/../*/../*/../*/../*/../*/../*/../*/../*/../*/../*/../*/../*/../*/../a.yaml, a.yaml",
    "gone/*, ''",
    "gone/**/a.yaml, ''"
  })
  void meanWhatIsThere(String pattern, String found) {
    assertEquals(
        found,
        String.join(
            " ",
            PathPattern.under(folder, pattern).stream()
                .map(path -> Names.of(folder.relativize(path)))
                .toList()));
  }
}
