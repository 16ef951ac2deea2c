package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run: what it tells while it goes on and what it hands over. */
class RunTest {

  private static final String QUEUE = "Resources:\n  Q: {Type: AWS::SQS::Queue}";

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

  private final Run run =
      new Run(List.of(new Synthesized.TaggedQueue()), Tables.shipped(LocalDate.EPOCH), Map.of());

  @BeforeEach
  void queues() throws IOException {
    write("a/template.yaml", QUEUE);
    write("b/template.yaml", QUEUE + " # wa-serverless:ignore WAS701 meant so\n");
    write("c/template.yaml", "Resources: {T: {Type: AWS::SNS::Topic}}");
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String name(String file) {
    return file.replace(folder + "/", "");
  }

  @Test
  void onlyTheTextsThatAReportShowsAreHandedOver() {
    Analysis analysis = run.analyze(List.of(folder));
    assertEquals(1, analysis.findings().size());
    assertEquals(1, analysis.suppressed().size());
    assertEquals(
        Set.of("a/template.yaml", "b/template.yaml"),
        analysis.sources().keySet().stream().map(this::name).collect(Collectors.toSet()));
  }

  @Test
  void everyStepIsTold() {
    Set<String> told = new ConcurrentSkipListSet<>();
    run.analyze(
        Search.in(List.of(folder)),
        (work, done, total) -> told.add(work + " " + done + " of " + total),
        false);
    assertEquals(
        new TreeSet<>(
            List.of(
                "checking 1 of 3",
                "checking 2 of 3",
                "checking 3 of 3",
                "reading 1 of 3",
                "reading 2 of 3",
                "reading 3 of 3")),
        told);
  }

  @Test
  void parametersThatNeedAValueAreThoseWithoutOne() throws IOException {
    write(
        "a/template.yaml",
        """
        Parameters:
          Stage: {Type: String}
          Bucket: {Type: String}
          Size: {Type: Number, Default: 3}
          Password: {Type: String, NoEcho: true}
        Resources: {Q: {Type: AWS::SQS::Queue}}
        """);
    write("b/template.yaml", "Parameters: {Stage: {Type: String}}\n" + QUEUE);
    assertEquals(List.of("Bucket", "Stage"), run.openParameters(Search.in(List.of(folder))));
  }

  @Test
  void handlersThatNobodyAskedForAreNoApplication() throws IOException {
    write("d/pom.xml", "<project/>");
    write("d/src/main/java/demo/Used.java", HANDLER.formatted("Used"));
    write("d/src/main/java/demo/Alone.java", HANDLER.formatted("Alone"));
    write(
        "d/deploy/template.yaml",
        """
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties: {Runtime: java21, Handler: demo.Used, Code: ..}
        """);
    write(".git/HEAD", "");
    List<Path> template = List.of(folder.resolve("d/deploy/template.yaml"));
    Analysis.Code asked = run.analyze(template).statistics().code();
    assertEquals(new Analysis.Code(1, 0, 1, 1, 0, 0), asked);
    Analysis.Code all = run.analyze(List.of(folder.resolve("d"))).statistics().code();
    assertEquals(new Analysis.Code(2, 1, 1, 1, 0, 0), all);
  }

  @Test
  void codeOutsideIsNotReadAndThatIsTold() throws IOException {
    write("d/src/main/java/demo/Used.java", HANDLER.formatted("Used"));
    write(
        "e/template.yaml",
        """
        Resources:
          F:
            Type: AWS::Lambda::Function
            Properties: {Runtime: java21, Handler: demo.Used, Code: ../d}
        """);
    List<Path> paths = List.of(folder.resolve("e"));
    assertEquals(
        List.of(
            "e/template.yaml:4:55 the code of F lies outside of what is checked:"
                + " --allow-outside reads it"),
        run.analyze(paths).notices().stream()
            .map(n -> name(n.location().toString()) + " " + n.message())
            .toList());
    Search anywhere = new Search(paths, Exclusion.NONE, Modules.NONE, true);
    Analysis analysis = run.analyze(anywhere, Progress.NONE, false);
    assertEquals(List.of(), analysis.notices().stream().map(Notice::message).toList());
    assertEquals(new Analysis.Code(1, 0, 1, 1, 0, 0), analysis.statistics().code());
  }
}
