package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Handlers that no template deploys. */
class UndeployedTest {

  private static final String HANDLING =
      """
      package demo;
      public %s
          implements com.amazonaws.services.lambda.runtime.RequestHandler<String, String> {
        public String handleRequest(
            String event, com.amazonaws.services.lambda.runtime.Context context) {
          return event;
        }
      }
      """;

  private static List<String> handlers(Map<String, String> files) {
    return Project.inMemory(files, Tables.shipped(LocalDate.EPOCH)).applications().stream()
        .filter(app -> app.templates().isEmpty())
        .flatMap(app -> app.handlers().stream())
        .map(handler -> handler.name())
        .toList();
  }

  @Test
  void handlersThatNoTemplateDeploysAreAnApplication() {
    String template =
        """
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties: {Runtime: java21, Handler: demo.%s}
        """;
    String alone = HANDLING.formatted("class Alone");
    String base = HANDLING.formatted("abstract class Base");
    String child = "package demo;\npublic class Child extends Base {}\n";
    String plain = "package demo;\npublic class Plain {}\n";
    assertEquals(List.of("Alone"), handlers(Map.of("Alone.java", alone, "Plain.java", plain)));
    assertEquals(
        List.of("Alone"),
        handlers(
            Map.of(
                "template.yaml",
                template.formatted("Child"),
                "Alone.java",
                alone,
                "Base.java",
                base,
                "Child.java",
                child)));
    assertEquals(
        List.of(),
        handlers(Map.of("template.yaml", template.formatted("Alone::other"), "Alone.java", alone)));
    assertEquals(
        List.of("Child"),
        handlers(
            Map.of(
                "template.yaml",
                template.formatted("Alone"),
                "Alone.java",
                alone,
                "Base.java",
                base,
                "Child.java",
                child)));
  }
}
