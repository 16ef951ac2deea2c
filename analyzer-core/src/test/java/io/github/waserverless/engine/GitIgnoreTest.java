package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The answers are those of {@code git check-ignore} (git 2.39). */
class GitIgnoreTest {

  private static void assertIgnored(boolean ignored, String lines, String path) {
    GitIgnore rules = GitIgnore.NONE.with(lines, "");
    assertEquals(ignored, ignores(rules, path), () -> path + " by " + lines);
  }

  /** As a search sees it: what is in an ignored folder is never asked for. */
  private static boolean ignores(GitIgnore rules, String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (rules.ignores(path.substring(0, slash), true)) {
        return true;
      }
    }
    return rules.ignores(path, false);
  }

  @Test
  void namesMatchAtAnyDepth() {
    assertIgnored(true, "build.yaml\n", "a/b/build.yaml");
    assertIgnored(true, "*.json\n", "a/x.json");
    assertIgnored(false, "*.json\n", "a/x.jsonl");
    assertIgnored(true, "out\n", "out/a.yaml");
  }

  @Test
  void slashesAnchor() {
    assertIgnored(true, "/out\n", "out/a.yaml");
    assertIgnored(false, "/out\n", "a/out/a.yaml");
    assertIgnored(false, "a/out\n", "b/a/out");
    assertIgnored(true, "a/*\n", "a/b");
    assertIgnored(false, "a/*.yaml\n", "a/b/c.yaml");
  }

  @Test
  void slashesAtTheEndMeanFolders() {
    assertIgnored(true, "out/\n", "a/out/x");
    assertIgnored(false, "out/\n", "a/out");
  }

  @Test
  void twoStarsMatchAnyDepth() {
    assertIgnored(true, "**/out\n", "a/b/out");
    assertIgnored(true, "a/**/z\n", "a/z");
    assertIgnored(true, "a/**/z\n", "a/b/c/z");
    assertIgnored(true, "a/**\n", "a/b");
    assertIgnored(false, "a**z/x\n", "a/z/x");
  }

  @Test
  void exclamationMarksTakeBackButNotOutOfIgnoredFolders() {
    assertIgnored(false, "*.yaml\n!template.yaml\n", "template.yaml");
    assertIgnored(true, "out\n!out/template.yaml\n", "out/template.yaml");
    assertIgnored(false, "out/*\n!out/template.yaml\n", "out/template.yaml");
  }

  @Test
  void classesEscapesAndComments() {
    assertIgnored(true, "[ab].yaml\n", "a.yaml");
    assertIgnored(false, "[!ab].yaml\n", "a.yaml");
    assertIgnored(true, "[[:digit:]]x\n", "7x");
    assertIgnored(false, "#a\n", "#a");
    assertIgnored(true, "\\#a\n", "#a");
    assertIgnored(true, "\\!a\n", "!a");
    assertIgnored(true, "a\\*\n", "a*");
    assertIgnored(false, "a\\*\n", "ab");
    assertIgnored(true, "a  \r\n", "a");
    assertIgnored(true, "a\\ \n", "a ");
    assertIgnored(false, "[a\n", "a");
  }

  @Test
  void deeperFilesWin() {
    GitIgnore rules = GitIgnore.NONE.with("*.yaml\n", "").with("!/kept.yaml\n", "a/");
    assertEquals(true, rules.ignores("kept.yaml", false));
    assertEquals(false, rules.ignores("a/kept.yaml", false));
    assertEquals(true, rules.ignores("a/b/kept.yaml", false));
  }

  @Test
  void manyStarsTakeNoTime() {
    assertIgnored(false, "*a".repeat(40) + "b\n", "a".repeat(200));
  }

  @Test
  void spacesAtTheEndCountWhereTheyAreEscaped() {
    assertIgnored(true, "a\\\\ \n", "a\\");
    assertIgnored(false, "a\\\\ \n", "a\\ ");
    assertIgnored(true, "a\\\\\\ \n", "a\\ ");
    assertIgnored(true, "a\\  \n", "a ");
    assertIgnored(true, "  \nb\n", "b");
    assertIgnored(false, "  \n\\ \n", "b");
    assertIgnored(true, "\\ \n", " ");
  }
}
