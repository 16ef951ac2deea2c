package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.app.RuleData;
import io.github.waserverless.app.SourceCode;
import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A template that is too much for the analyzer does not keep it from others. */
class TemplateReaderTest {

  /** A table is asked for while this is read. */
  private static final String TEMPLATE =
      """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties: {Policies: [{SQSPollerPolicy: {QueueName: q}}]}
      """;

  @TempDir private Path folder;

  private Analysis analysis(RuleData data) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), TEMPLATE);
    Files.writeString(folder.resolve("b.yaml"), "Resources: {Q: {Type: AWS::SQS::Queue}}");
    Analysis analysis = new Run(List.of(), data, Map.of()).analyze(List.of(folder));
    assertEquals(1, analysis.statistics().files());
    return analysis;
  }

  @Test
  void anErrorIsToldWithTheFile() throws IOException {
    IllegalStateException cause = new IllegalStateException("no table");
    Analysis analysis =
        analysis(
            new RuleData(
                LocalDate.EPOCH,
                name -> {
                  throw cause;
                }));
    assertEquals(List.of(), analysis.notices());
    assertEquals(
        List.of(new Analysis.Fault("reading " + Names.of(folder.resolve("a.yaml")), cause)),
        analysis.faults());
  }

  @Test
  void depthIsToldAsWhatItIs() throws IOException {
    Analysis analysis =
        analysis(
            new RuleData(
                LocalDate.EPOCH,
                name -> {
                  throw new StackOverflowError();
                }));
    Notice why =
        Notice.unreadable(Discovery.at(folder.resolve("a.yaml")), "nested too deeply to be judged");
    assertEquals(List.of(why), analysis.notices());
    assertEquals(List.of(), analysis.faults());
  }

  private static final String QUEUE = "Resources: {Q: {Type: AWS::SQS::Queue}}";

  private static TemplateFile read(Path path, long kept) {
    TemplateLoader loader =
        new TemplateLoader(Map.of(), Tables.shipped(LocalDate.EPOCH), RootedFiles.ANYWHERE);
    return new TemplateReader(loader, new KeptTrees(kept))
        .read(new Candidate(path, false))
        .templates()
        .get(0);
  }

  private static Set<String> resources(TemplateFile file) {
    return file.open().map(member -> member.template().resources().keySet()).orElse(Set.of());
  }

  @Test
  void whatIsNotKeptIsReadAgain() throws IOException {
    Path path = Files.writeString(folder.resolve("a.yaml"), QUEUE);
    TemplateFile kept = read(path, QUEUE.length());
    TemplateFile letGo = read(path, QUEUE.length() - 1);
    Files.writeString(path, QUEUE.replace("Q:", "Other:"));
    assertEquals(Set.of("Q"), resources(kept));
    assertEquals(Set.of("Other"), resources(letGo));
    kept.release();
    assertEquals(Set.of("Other"), resources(kept));
  }

  @Test
  void whatIsNoTemplateAnyMoreIsTold() throws IOException {
    RuleData data = Tables.shipped(LocalDate.EPOCH);
    Path path = Files.writeString(folder.resolve("a.yaml"), QUEUE);
    Path other = Files.writeString(folder.resolve("b.yaml"), QUEUE);
    List<TemplateFile> files = List.of(read(path, 0), read(other, 0));
    Files.writeString(path, "nothing");
    Joined joined = Joined.of(new Group(files, Map.of(), data), SourceCode.NONE);
    assertEquals(
        List.of(Notice.unreadable(Discovery.at(path), "has changed while it was read")),
        joined.notices());
    assertEquals(1, joined.members().size());
    Files.delete(other);
    Joined gone = Joined.of(new Group(files, Map.of(), data), SourceCode.NONE);
    assertEquals(2, gone.notices().size());
    assertEquals(Optional.empty(), gone.application());
    assertEquals(List.of(), gone.faults());
  }
}
