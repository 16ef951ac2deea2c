package io.github.waserverless.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.engine.Project;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.template.Resource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Texts of many parts are read like others: no recursion, and nothing is looked for twice. */
class LongTextsTest {

  private static final int MANY = 50_000;

  private static Resource function(String properties) {
    String template =
        "Resources: {F: {Type: AWS::Lambda::Function, Properties: {%s}}}".formatted(properties);
    return Project.inMemory(Map.of("t.yaml", template), Tables.shipped(LocalDate.EPOCH))
        .applications()
        .get(0)
        .resources("AWS::Lambda::Function")
        .get(0);
  }

  @Test
  void aHandlerInManyPackages() {
    Resource function = function("Handler: '" + "a.".repeat(MANY) + "B::handle'");
    Optional<HandlerString> handler = HandlerString.of(function);
    assertEquals("B", handler.orElseThrow().simpleName());
    assertEquals(Optional.of("handle"), handler.orElseThrow().method());
  }

  @Test
  void aCommentOfManyRules() {
    String template =
        "Resources:\n  Q: {Type: AWS::SQS::Queue} # wa-serverless:ignore "
            + "WAS701, ".repeat(MANY)
            + "WAS702 because\n";
    Project project = Project.inMemory(Map.of("t.yaml", template), Tables.shipped(LocalDate.EPOCH));
    assertEquals(List.of(), project.check(List.of()));
  }

  @Test
  void aBuildScriptThatNeverEnds() {
    String begins = "aspectj-maven-plugin " + "<aspectLibraries>".repeat(MANY);
    String lines = "aspectj-maven-plugin " + "aspect inpath".repeat(MANY);
    assertFalse(new BuildScript("pom.xml", List.of(begins), true).weaves("tracing"));
    assertFalse(new BuildScript("build.gradle", List.of(lines), true).weaves("tracing"));
    assertTrue(
        new BuildScript("pom.xml", List.of(begins + "tracing</aspectLibraries>"), true)
            .weaves("tracing"));
    assertTrue(
        new BuildScript("build.gradle", List.of(lines + " 'tracing'\n"), true).weaves("tracing"));
  }
}
