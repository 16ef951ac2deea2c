package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Pillar;
import io.github.waserverless.rule.Principle;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A project with a cloud assembly, and what is found in it.
 *
 * @param project the folder of the project
 */
record Synthesized(Path project) {

  /** Says of each queue which other queues of its application it names in a tag. */
  @RuleInfo(
      id = "WAS701",
      name = "tagged-queue",
      title = "Queues and what their tags mean",
      pillar = Pillar.RELIABILITY,
      principles = Principle.DESIGN_FOR_FAILURES,
      severity = Severity.WARNING)
  static final class TaggedQueue implements Rule {

    @Override
    public void check(Application app, Findings findings) {
      for (Resource queue : app.resources("AWS::SQS::Queue")) {
        String meant =
            app.targets(queue.property("Tag")).stream()
                .map(Resource::template)
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .sorted()
                .collect(Collectors.joining(" "));
        findings.report(Problem.of(queue, queue.name() + " means " + meant));
      }
    }
  }

  static Synthesized in(Path folder) throws IOException {
    Synthesized synthesized = new Synthesized(folder.resolve("project"));
    synthesized.write("cdk.json", "{}");
    synthesized.write("cdk.out/cdk.out", "{}");
    return synthesized;
  }

  Path out() {
    return project.resolve("cdk.out");
  }

  void write(String file, String text) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  static String queue(String tag) {
    return "{\"Type\": \"AWS::SQS::Queue\", \"Properties\": {\"Tag\": %s}}".formatted(tag);
  }

  static String template(String resources) {
    return "{\"Resources\": {%s}}".formatted(resources);
  }

  static String stack(String name, String more) {
    return """
    "%s": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "%s.template.json"}%s}
    """
        .formatted(name, name, more);
  }

  void manifest(String... artifacts) throws IOException {
    manifestIn("cdk.out", "55.0.0", artifacts);
  }

  void manifestIn(String folder, String version, String... artifacts) throws IOException {
    write(
        folder + "/manifest.json",
        "{\"version\": \"%s\", \"artifacts\": {%s}}"
            .formatted(version, String.join(",", artifacts)));
  }

  Analysis analysis(Path... paths) {
    return new Run(List.of(new TaggedQueue()), Tables.shipped(LocalDate.EPOCH), Map.of())
        .analyze(List.of(paths));
  }

  List<String> findings(Path... paths) {
    return analysis(paths).findings().stream().map(this::told).toList();
  }

  private String told(Finding finding) {
    return finding.location().file().replace(project + "/", "")
        + ":"
        + finding.location().span().startLine()
        + " "
        + finding.message();
  }

  List<String> notices(Path path) {
    return analysis(path).notices().stream()
        .map(n -> n.location().file().replace(project + "/", "") + " " + n.message())
        .toList();
  }

  /** What an artifact has more when its only queue is known by a path, and where it was created. */
  static String created(String path, String frame) {
    return """
        , "metadata": {"/%s": [{"type": "aws:cdk:logicalId", "data": "Q1"},
         {"type": "aws:cdk:creationStack", "data": ["...aws-cdk-lib...", "%s"]}]}
        """
        .formatted(path, frame);
  }
}
