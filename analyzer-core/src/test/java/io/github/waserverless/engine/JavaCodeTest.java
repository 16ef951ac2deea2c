package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which code is read, and what is told of code that is not. */
class JavaCodeTest {

  /** Says what builds the code of each handler. */
  @RuleInfo(
      id = "T1",
      name = "test",
      title = "Test",
      principles = Principle.DESIGN_FOR_FAILURES,
      pillar = Pillar.RELIABILITY,
      severity = Severity.WARNING)
  private static final class BuiltBy implements Rule {
    @Override
    public void check(Application app, Findings findings) {
      for (FunctionHandler handler : app.handlers()) {
        String file = handler.type().orElseThrow().file().file();
        String script = app.code().build(file).map(s -> s.file()).orElse("nothing");
        findings.report(Problem.at(handler.location(), handler, "built by " + script));
      }
    }
  }

  private static final String HANDLER =
      """
      package demo;
      public class %s
          implements com.amazonaws.services.lambda.runtime.RequestHandler<String, String> {
        public String handleRequest(
            String event, com.amazonaws.services.lambda.runtime.Context context) {
          return event;
        }
      }
      """;

  @TempDir private Path folder;

  private Path write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  private void handler(String folder, String name) throws IOException {
    write(folder + "/demo/" + name + ".java", HANDLER.formatted(name));
  }

  private Path function(String file, String properties) throws IOException {
    return write(
        file,
        "Resources: {F: {Type: AWS::Lambda::Function, Properties: {%s}}}".formatted(properties));
  }

  private static Run run() {
    return new Run(List.of(new BuiltBy()), Tables.shipped(LocalDate.EPOCH), Map.of());
  }

  private String name(String file) {
    return file.replace(Names.of(folder) + "/", "");
  }

  /** The files of the methods that functions start in, as they are reported. */
  private List<String> entries(Search search) {
    return run().facts(search, Progress.NONE).applications().stream()
        .flatMap(app -> app.functions().stream())
        .map(function -> function.entry().map(e -> name(e.place().file())).orElse("none"))
        .toList();
  }

  private List<String> notices(Path... paths) {
    return run().analyze(List.of(paths)).notices().stream()
        .map(n -> n.kind() + " " + name(n.location().file()) + " " + n.message())
        .toList();
  }

  @Test
  void theCodeOfAnArchiveLiesBesideIt() throws IOException {
    write(".git/HEAD", "");
    handler("lambdas/src", "Used");
    for (String archive : List.of("f.jar", "f.zip")) {
      Path template =
          function(
              "deploy/template.yaml",
              "Runtime: java21, Handler: demo.Used, Code: ../lambdas/" + archive);
      assertEquals(List.of("lambdas/src/demo/Used.java"), entries(Search.in(List.of(template))));
    }
  }

  @Test
  void namesStayAsTheyWereGiven() throws IOException {
    write(".git/HEAD", "");
    write("pom.xml", "<project/>");
    handler("src", "Used");
    Path template =
        function("deploy/template.yaml", "Runtime: java21, Handler: demo.Used, Code: ..");
    Path up = Path.of("").toAbsolutePath().relativize(folder);
    Path relative = up.resolve("deploy/template.yaml");
    assertEquals(List.of("src/demo/Used.java"), entries(Search.in(List.of(template))));
    assertEquals(
        List.of(name(Names.of(up.resolve("src/demo/Used.java")))),
        entries(Search.in(List.of(relative))));
  }

  @Test
  void theCodeOfOtherLanguagesIsNotLookedFor() throws IOException {
    Path template = function("deploy/template.yaml", "Runtime: python3.13, Handler: a.b, Code: ..");
    assertEquals(List.of(), notices(template));
  }

  @Test
  void whatCannotBeReadIsToldBesideCodeThatIsJudged() throws IOException {
    handler("app/src", "Used");
    Path latin = folder.resolve("app/src/demo/Latin.java");
    Files.write(latin, new byte[] {'/', '/', (byte) 0xE9});
    write("other/pom.xml", "<project/>");
    Files.write(folder.resolve("other/Latin.java"), new byte[] {'/', '/', (byte) 0xE9});
    Files.write(folder.resolve("app/src/demo/Latin.kt"), new byte[] {'/', '/', (byte) 0xE9});
    write("app/pom.xml", "<project/>");
    assertEquals(
        List.of("NOT_LOOKED_AT app/src/demo/Latin.java not text in UTF-8 or UTF-16"),
        notices(folder));
    assertEquals(
        List.of("UNREADABLE app/src/demo/Latin.java not text in UTF-8 or UTF-16"), notices(latin));
  }

  @Test
  void testsOfAModuleAreReadOnlyWhenTheyAreNamed() throws IOException {
    handler("app/src/main", "Used");
    handler("app/src/check", "Fake");
    handler("app/out/generated", "Made");
    Path app = folder.resolve("app");
    ProjectModule module =
        new ProjectModule(
            app,
            List.of(app.resolve("src/main"), app.resolve("out/generated")),
            List.of(app.resolve("src/check")),
            app.resolve("out"),
            List.of(),
            Optional.empty());
    Modules modules = new Modules(List.of(module));
    Exclusion out = Exclusion.of(app, List.of("out/"));
    assertEquals(
        List.of("app/out/generated/demo/Made.java", "app/src/main/demo/Used.java"),
        entries(new Search(List.of(app), Exclusion.NONE, modules, false)));
    assertEquals(
        List.of("app/src/main/demo/Used.java"),
        entries(new Search(List.of(app), out, modules, false)));
    assertEquals(
        List.of("app/src/check/demo/Fake.java", "app/src/main/demo/Used.java"),
        entries(
            new Search(
                List.of(app, app.resolve("src/check/demo/Fake.java")), out, modules, false)));
  }

  @Test
  void aBuildScriptIsReadOnlyWhereFilesMayBe() throws IOException {
    write("pom.xml", "<project/>");
    handler("app/src", "Used");
    Path app = folder.resolve("app");
    assertEquals("built by nothing", run().analyze(List.of(app)).findings().get(0).message());
    write(".git/HEAD", "");
    assertEquals("built by pom.xml", name(run().analyze(List.of(app)).findings().get(0).message()));
  }
}
