package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What all rules together say of whole applications. {@code -Dupdate} rewrites the expectations and
 * the README: review the difference.
 */
class AppsTest {

  private static final Path ROOT = Path.of("..");
  private static final boolean UPDATE = System.getProperty("update") != null;
  private static final String MARK = "<!-- %s of test-fixtures/apps/worker -->\n";

  private static String check(Path app) {
    // The reports name files as they are given; those who read them start in the root.
    return Call.of("check", app.toString()).out().replace("../", "");
  }

  @TestFactory
  Stream<DynamicTest> apps() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> apps = Files.list(ROOT.resolve("test-fixtures/apps"))) {
      apps.sorted()
          .filter(app -> Files.exists(app.resolve("template.yaml")))
          .forEach(app -> tests.add(dynamicTest(app.getFileName() + "", () -> asExpected(app))));
    }
    return tests.stream();
  }

  private static void asExpected(Path app) throws IOException {
    Path expected = app.resolve("expected.txt");
    if (UPDATE) {
      Files.writeString(expected, check(app));
    }
    assertEquals(Files.readString(expected), check(app));
  }

  @Test
  void readmeShowsWhatReallyHappens() throws IOException {
    Path app = ROOT.resolve("test-fixtures/apps/worker");
    Path file = ROOT.resolve("README.md");
    String readme = Files.readString(file);
    String shown = withBlock(readme, "template", Files.readString(app.resolve("template.yaml")));
    shown = withBlock(shown, "output", check(app));
    if (UPDATE) {
      Files.writeString(file, shown);
    } else {
      assertEquals(readme, shown);
    }
  }

  /** The text with other content in the fenced block behind a mark. */
  private static String withBlock(String text, String what, String content) {
    int mark = text.indexOf(MARK.formatted(what));
    assertTrue(mark >= 0, what);
    int start = text.indexOf('\n', text.indexOf("```", mark)) + 1;
    int end = text.indexOf("```\n", start);
    return text.substring(0, start) + content + text.substring(end);
  }
}
