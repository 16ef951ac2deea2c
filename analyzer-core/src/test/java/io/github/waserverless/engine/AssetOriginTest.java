package io.github.waserverless.engine;

import static io.github.waserverless.engine.Synthesized.stack;
import static io.github.waserverless.engine.Synthesized.template;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which source the handler of a function has whose code is an asset. */
class AssetOriginTest {

  private static final String FUNCTION =
      """
      "F": {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": "java21",
        "Handler": "demo.Handler", "Code": {"S3Bucket": "b", "S3Key": "12.%s"}},
        "Metadata": {"aws:asset:path": "asset.12%s", "aws:asset:property": "Code"%s}}
      """;
  private static final String HANDLER =
      """
      package demo;
      public class Handler
          implements com.amazonaws.services.lambda.runtime.RequestHandler<String, String> {
        public String handleRequest(
            String event, com.amazonaws.services.lambda.runtime.Context context) {
          return event;
        }
      }
      """;

  @TempDir Path folder;

  private Synthesized app;

  @BeforeEach
  void synthesize() throws Exception {
    app = Synthesized.in(folder);
    app.manifest(stack("A", ""));
    for (String module : List.of("one", "two")) {
      app.write(module + "/pom.xml", "<project/>");
      app.write(module + "/src/main/java/demo/Handler.java", HANDLER);
      app.write(module + "/target/" + module + ".jar", "the jar of " + module);
      app.write(module + "/target/classes/demo/Handler.class", "the class of " + module);
    }
  }

  private String source(String ending, String suffix, String more) throws Exception {
    app.write(
        "cdk.out/A.template.json", template(FUNCTION.formatted(ending, suffix, more)));
    Facts facts =
        new Run(List.of(), Tables.shipped(LocalDate.EPOCH), Map.of())
            .facts(Search.in(List.of(app.project())), Progress.NONE);
    return facts.toString();
  }

  @Test
  void the_module_with_the_same_jar_has_it() throws Exception {
    app.write("cdk.out/asset.12.jar", "the jar of two");
    assertEquals("", source("jar", ".jar", ""));
  }
}
