package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {

  private static final String TEMPLATE = "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n";

  @TempDir private Path root;

  private void write(String... paths) throws IOException {
    for (String path : paths) {
      text(path, TEMPLATE);
    }
  }

  private void text(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> found(String... paths) {
    return Discovery.in(Search.in(Arrays.stream(paths).map(root::resolve).toList()))
        .candidates()
        .stream()
        .map(c -> Names.of(root.relativize(c.path())))
        .toList();
  }

  private List<String> notices(String... paths) {
    return Discovery.in(Search.in(Arrays.stream(paths).map(root::resolve).toList()))
        .notices()
        .stream()
        .sorted()
        .map(n -> Names.of(root.relativize(Path.of(n.location().file()))) + ": " + n.message())
        .toList();
  }

  @Test
  void foldersAreSearchedForTheEndingsOfTemplates() throws IOException {
    write("a.yaml", "b/c.YML", "b/d.json", "e.template", "f.txt", "g", ".hidden/h.yaml");
    assertEquals(
        List.of(".hidden/h.yaml", "a.yaml", "b/c.YML", "b/d.json", "e.template"), found(""));
  }

  @Test
  void namedFilesAreReadWhateverTheirNames() throws IOException {
    write("f.txt", "node_modules/a.yaml");
    assertEquals(List.of("f.txt", "node_modules/a.yaml"), found("node_modules/a.yaml", "f.txt"));
  }

  @Test
  void dependenciesAndBuildOutputAreSkipped() throws IOException {
    write("node_modules/a.yaml", "target/b.yaml", ".git/c.yaml", "sub/.venv/d.json", "x.yaml");
    write(".aws-composer/20221206T025957326/template.yaml");
    assertEquals(List.of("x.yaml"), found(""));
  }

  @Test
  void samBuildsAreReadOnlyWithoutTheirSource() throws IOException {
    write("a/template.yaml", "a/.aws-sam/build/template.yaml");
    write("b/.aws-sam/build/template.yaml", "b/.aws-sam/build/Fn/data.json");
    write("b/.aws-sam/cache/template.yaml");
    text(".gitignore", ".aws-sam\n");
    assertEquals(List.of("a/template.yaml", "b/.aws-sam/build/template.yaml"), found(""));
  }

  @Test
  void onlyTheTemplatesOfCloudAssembliesAreRead() throws IOException {
    write("cdk.out/App.template.json", "cdk.out/manifest.json", "cdk.out/asset.1/x.template.json");
    text(".gitignore", "cdk.out\n");
    assertEquals(List.of("cdk.out/App.template.json"), found(""));
  }

  @Test
  void testFoldersAreCountedNotSearched() throws IOException {
    write("a.yaml", "src/test/b.yaml", "fixtures/c.yaml", "tests/d.json");
    text("tests/e.json", "{}");
    assertEquals(List.of("a.yaml"), found(""));
    assertEquals(
        List.of(".: 3 templates in test folders: such a folder is checked when it is named"),
        notices(""));
  }

  @Test
  void testFoldersAreSearchedWhenTheyAreNamed() throws IOException {
    write("a.yaml", "tests/b.yaml", "tests/fixtures/c.yaml");
    assertEquals(List.of("tests/b.yaml", "tests/fixtures/c.yaml"), found("tests"));
    assertEquals(List.of("tests/fixtures/c.yaml"), found("tests/fixtures"));
    assertEquals(List.of(), notices("", "tests"));
  }

  @Test
  void whereARepositoryLiesDoesNotMatter() throws IOException {
    Files.createDirectories(root.resolve("test/repository/.git"));
    write("test/repository/a.yaml", "test/repository/tests/b.yaml");
    assertEquals(List.of("test/repository/a.yaml"), found("test/repository"));
    write("test/repository/tests/sub/c.yaml");
    assertEquals(List.of("test/repository/tests/sub/c.yaml"), found("test/repository/tests/sub"));
  }

  @Test
  void gitIgnoreIsHonouredFromTheRootOfTheRepositoryDown() throws IOException {
    Files.createDirectories(root.resolve(".git/info"));
    text(".git/info/exclude", "private.yaml\n");
    text(".gitignore", "/services/*/out/\n");
    text("services/a/.gitignore", "!keep.yaml\ngen.yaml\n");
    write("services/a/out/x.yaml", "services/a/gen.yaml", "services/a/keep.yaml");
    write("services/a/private.yaml");
    assertEquals(List.of("services/a/keep.yaml"), found("services/a"));
    assertEquals(List.of("services/a/keep.yaml"), found(""));
  }

  @Test
  void repositoriesInsideOfOthersHaveTheirOwnRules() throws IOException {
    text(".gitignore", "template.yaml\n");
    Files.createDirectories(root.resolve("sub/.git"));
    write("template.yaml", "sub/template.yaml");
    assertEquals(List.of("sub/template.yaml"), found(""));
  }

  @Test
  void oneRealFileIsReadOnce() throws IOException {
    write("a/t.yaml");
    assertEquals(List.of("a/t.yaml"), found("a", "", "a/t.yaml", "a/../a/t.yaml"));
    assertTrue(
        Discovery.in(Search.in(List.of(root.resolve("a"), root.resolve("a/t.yaml"))))
            .candidates()
            .get(0)
            .named());
  }

  @Test
  void theOrderOfArgumentsDoesNotMatter() throws IOException {
    write("a/t.yaml", "b/t.yaml", "tests/x.yaml");
    List<Path> paths = Arrays.asList(root.resolve("b"), root, root.resolve("a/t.yaml"));
    List<Path> reversed = Arrays.asList(paths.toArray(Path[]::new));
    Collections.reverse(reversed);
    Discovery.Found one = Discovery.in(Search.in(paths));
    Discovery.Found other = Discovery.in(Search.in(reversed));
    assertEquals(one.candidates(), other.candidates());
    assertEquals(one.code().files(), other.code().files());
    assertEquals(one.notices(), other.notices());
  }

  @Test
  void linksAreNotFollowedOutOfTheFolderNorInCircles(@TempDir Path outside) throws IOException {
    write("a/t.yaml");
    Files.writeString(outside.resolve("o.yaml"), TEMPLATE);
    Files.createSymbolicLink(root.resolve("a/circle"), root);
    Files.createSymbolicLink(root.resolve("a/away"), outside);
    Files.createSymbolicLink(root.resolve("a/o.yaml"), outside.resolve("o.yaml"));
    Files.createSymbolicLink(root.resolve("a/same-as-t.yaml"), root.resolve("a/t.yaml"));
    assertEquals(List.of("a/t.yaml"), found("a"));
    assertEquals(List.of("a/o.yaml: a link that leads out of the folder"), notices("a"));
  }

  @Test
  void foldersAreSearchedToADepth() throws IOException {
    write("t.yaml");
    Path deep = root;
    for (int i = 0; i < 501; i++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolveSibling("in.yaml"), TEMPLATE);
    Files.writeString(deep.resolve("out.yaml"), TEMPLATE);
    assertEquals(List.of("d/".repeat(500) + "in.yaml", "t.yaml"), found(""));
    assertEquals(
        List.of("d/".repeat(500) + "d: folders in more than 500 others are not searched"),
        notices(""));
  }

  @Test
  void sourcesThatNoFunctionRunsAreNoTemplates() throws IOException {
    Files.writeString(root.resolve("FooTest.java"), "class FooTest {}");
    Files.writeString(root.resolve("package-info.java"), "package p;");
    for (String file : List.of("FooTest.java", "package-info.java")) {
      assertEquals(List.of(), found(file));
      assertEquals(
          List.of(file + ": no function runs the source of a test or of no class"), notices(file));
    }
  }

  @Test
  void whatIsMissingIsUnreadable() {
    assertEquals(List.of("nope: no such file or folder"), notices("nope"));
  }

  @Test
  void pipesAreNotOpened() throws IOException, InterruptedException {
    Path pipe = root.resolve("pipe.yaml");
    try {
      assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    } catch (IOException e) {
      assumeTrue(false, "no mkfifo");
    }
    assertEquals(List.of(), found(""));
    assertEquals(List.of("pipe.yaml: neither a file nor a folder"), notices("pipe.yaml"));
  }

  @Test
  void foldersWithoutPermissionAreNoticed() throws IOException {
    write("closed/t.yaml");
    Path closed = root.resolve("closed");
    assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed));
    List<Notice> notices = Discovery.in(Search.in(List.of(root))).notices();
    assertTrue(closed.toFile().setReadable(true));
    assertEquals(Notice.Kind.UNREADABLE, notices.get(0).kind());
  }

  @Test
  void foundFilesThatSpeakOfNoResourcesAreNobodysProblem() throws IOException {
    Files.write(root.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});
    Candidate found = Discovery.in(Search.in(List.of(root))).candidates().get(0);
    assertEquals("Content[source=Optional.empty, problem=Optional.empty]", found.read() + "");
    Candidate named =
        Discovery.in(Search.in(List.of(root.resolve("latin.yaml")))).candidates().get(0);
    assertEquals("not text in UTF-8 or UTF-16", named.read().problem().orElseThrow().message());
  }

  @Test
  void buildsOfGradleAreSkippedOthersAreNot() throws IOException {
    write("a/build/t.yaml", "b/build/t.yaml", "c/build/t.yaml");
    text("b/build.gradle", "");
    text("c/build.gradle.kts", "");
    assertEquals(List.of("a/build/t.yaml"), found(""));
  }

  @Test
  void sourcesAreFoundToo() throws IOException {
    write(
        "src/A.java",
        "src/test/B.java",
        "src/c.kt",
        "src/d.txt",
        "node_modules/E.java",
        "bin/scala");
    Files.createSymbolicLink(root.resolve("src/F.java"), root.resolve("node_modules/E.java"));
    Files.createSymbolicLink(root.resolve("src/G.java"), root.resolve("gone"));
    Files.createSymbolicLink(root.resolve("src/h.yaml"), root.resolve("gone.yaml"));
    Files.createSymbolicLink(root.resolve("src/i.yaml"), root.resolve("src"));
    Discovery.Found all = Discovery.in(Search.in(List.of(root, root.resolve("src/test/B.java"))));
    assertEquals(
        List.of("src/A.java", "src/F.java", "src/c.kt", "src/test/B.java"),
        all.code().files().stream().map(f -> Names.of(root.relativize(f))).sorted().toList());
    assertEquals(
        List.of("src/test/B.java"),
        all.code().named().stream().map(f -> Names.of(root.relativize(f))).toList());
    assertEquals(
        List.of("src/G.java: a link that leads nowhere", "src/h.yaml: a link that leads nowhere"),
        notices(""));
  }

  @Test
  void ofOneFileTheShortestNameCounts() throws IOException {
    write("first/t.yaml");
    Files.createSymbolicLink(root.resolve("b.yaml"), root.resolve("first/t.yaml"));
    Files.createSymbolicLink(root.resolve("a.yaml"), root.resolve("first/t.yaml"));
    assertEquals(List.of("a.yaml"), found(""));
    assertEquals(List.of("first/t.yaml"), found("", "first/t.yaml"));
  }
}
