package io.github.waserverless.engine;

import static io.github.waserverless.engine.Synthesized.created;
import static io.github.waserverless.engine.Synthesized.queue;
import static io.github.waserverless.engine.Synthesized.stack;
import static io.github.waserverless.engine.Synthesized.template;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the findings about what the CDK made stand. */
class ConstructPlacesTest {

  private static final String STAY = "cdk.out/A.template.json:1 A/Q/Resource means ";

  @TempDir Path folder;

  private Synthesized app;

  @BeforeEach
  void synthesize() throws Exception {
    app = Synthesized.in(folder);
    app.write("cdk.out/A.template.json", template("\"Q1\": " + queue("1")));
  }

  private String place(String frame) throws Exception {
    app.manifest(stack("A", created("A/Q/Resource", frame)));
    return app.findings(app.out()).get(0);
  }

  @Test
  void a_recorded_line_is_the_place_and_the_template_is_related() throws Exception {
    app.write("lib/app.ts", "\n\n  new Queue();\n");
    assertEquals("lib/app.ts:3 A/Q/Resource means ", place("new A (lib/app.ts:3:3)"));
    Finding finding = app.analysis(app.out()).findings().get(0);
    assertEquals(3, finding.location().span().startColumn());
    assertEquals(
        List.of("A.template.json: Q1 in the synthesized template"),
        finding.related().stream()
            .map(r -> Path.of(r.location().file()).getFileName() + ": " + r.message())
            .toList());
  }

  @Test
  void a_path_of_another_machine_is_found_by_its_end() throws Exception {
    app.write("lib/app.ts", "\n\n  new Queue();\n");
    assertEquals("lib/app.ts:3 A/Q/Resource means ", place("new A (/home/ci/x/lib/app.ts:3:3)"));
    assertEquals(
        "lib/app.ts:3 A/Q/Resource means ", place("new A (" + app.project() + "/lib/app.ts:3:3)"));
  }

  @Test
  void what_leads_nowhere_stays_in_the_template() throws Exception {
    app.write("lib/app.ts", "one line");
    app.write("../outside.ts", "one line");
    app.write("secret.env", "one line");
    for (String file :
        List.of("lib/app.ts:3:3", "gone.ts:1:1", "../outside.ts:1:1", "secret.env:1:1")) {
      assertEquals(STAY, place("new A (" + file + ")"));
    }
  }

  @Test
  void a_frame_of_java_is_found_by_its_package() throws Exception {
    assertEquals("App.java:2 A/Q/Resource means ", place("demo.App.main (App.java:2)"));
    app.write("src/main/java/other/App.java", "package other;\nclass App {}");
    app.write("src/main/java/demo/App.java", "package demo;\nclass App {}");
    assertEquals(
        "src/main/java/demo/App.java:2 A/Q/Resource means ", place("demo.App.main (App.java:2)"));
  }

  @Test
  void without_a_trace_the_ids_in_java_tell() throws Exception {
    app.write(
        "src/main/java/demo/A.java",
        """
        package demo;
        import software.amazon.awscdk.Stack;
        class A extends Stack {
          A(software.constructs.Construct scope) {
            super(scope, "A");
            new software.amazon.awscdk.services.sqs.Queue(this, "Q");
          }
        }
        """);
    assertEquals("src/main/java/demo/A.java:6 A/Q/Resource means ", place("none"));
    assertEquals(
        List.of("src/main/java/demo/A.java:6 A/Q/Resource means "), app.findings(app.project()));
  }

  @Test
  void a_comment_there_suppresses() throws Exception {
    app.write("app.ts", "new Queue(); // wa-serverless:ignore WAS701 meant so\n");
    app.manifest(stack("A", created("A/Q/Resource", "app.ts:1:1")));
    assertEquals(List.of(), app.findings(app.out()));
    assertEquals(1, app.analysis(app.out()).suppressed().size());
  }

  @Test
  void an_acknowledged_rule_is_suppressed_in_the_whole_construct() throws Exception {
    String metadata =
        "\"/%s\": [{\"type\": \"aws:cdk:acknowledged-rules\", \"data\": {\"wa-serverless::WAS701\": \"so\"}}]";
    app.write("cdk.out/A.metadata.json", "{" + metadata.formatted("A/Q") + "}");
    String artifact =
        created("A/Q/Resource", "none") + ", \"additionalMetadataFile\": \"A.metadata.json\"";
    app.manifest(stack("A", artifact));
    assertEquals(List.of(), app.findings(app.out()));
    app.write("cdk.out/A.metadata.json", "{" + metadata.formatted("A/Q2") + "}");
    assertEquals(List.of(STAY), app.findings(app.out()));
  }

  @Test
  void what_one_line_makes_twice_is_told_once() throws Exception {
    app.write("app.ts", "new Queue();\n");
    app.manifest(
        stack("A", created("A/Q/Resource", "app.ts:1:1")),
        stack("B", created("B/Q/Resource", "app.ts:1:1")));
    app.write("cdk.out/B.template.json", template("\"Q1\": " + queue("1")));
    List<Finding> findings = app.analysis(app.out()).findings();
    assertEquals(1, findings.size());
    assertEquals(2, findings.get(0).subjects().size());
    assertEquals(2, findings.get(0).related().size());
  }

  private String columns(String frame) throws Exception {
    app.manifest(stack("A", created("A/Q/Resource", frame)));
    Finding finding = app.analysis(app.out()).findings().get(0);
    return finding.location().span().startColumn() + "-" + finding.location().span().endColumn();
  }

  @Test
  void a_column_counts_where_the_line_has_it() throws Exception {
    app.write("app.ts", "a\n  new Queue();  \n\n   \nlast();");
    assertEquals("3-15", columns("new A (app.ts:2:3)"));
    assertEquals("7-15", columns("new A (app.ts:2:7)"));
    assertEquals("16-16", columns("new A (app.ts:2:16)"));
    assertEquals("3-15", columns("new A (app.ts:2:17)"));
    assertEquals("3-15", columns("new A (app.ts:2:1)"));
    assertEquals("1-8", columns("new A (app.ts:5:1)"));
    for (int line : List.of(3, 4, 6)) {
      assertEquals(STAY, place("new A (app.ts:%d:1)".formatted(line)));
    }
  }

  @Test
  void of_two_files_of_one_class_neither_is_the_place() throws Exception {
    app.write("src/main/java/demo/App.java", "package demo;\nclass App {}");
    app.write("copy/demo/App.java", "package demo;\nclass App {}");
    assertEquals(STAY, place("demo.App.main (App.java:2)"));
  }

  @Test
  void a_name_that_no_file_has_leads_nowhere() throws Exception {
    for (String frame :
        List.of(
            "demo.App.main (A\\u0000.java:2)",
            "new A (lib/\\u0000.ts:3:3)",
            "new A (" + "a/".repeat(3_000) + "app.ts:1:1)")) {
      assertEquals(STAY, place(frame));
    }
  }

  @Test
  void two_dots_behind_a_link_lead_nowhere() throws Exception {
    app.write("../other/below/a.ts", "one line");
    app.write("../other/secret.ts", "one line");
    Files.createSymbolicLink(app.project().resolve("away"), Path.of("../other/below"));
    assertEquals(STAY, place("new A (away/../secret.ts:1:1)"));
    assertEquals(STAY, place("new A (away/a.ts:1:1)"));
  }

  @Test
  void of_many_resources_each_has_its_place() throws Exception {
    StringBuilder resources = new StringBuilder();
    StringBuilder metadata = new StringBuilder();
    for (int i = 1; i <= 3; i++) {
      resources.append("\"Q%d\": %s,\n".formatted(i, queue("1")));
      metadata.append(
          """
          , "/A/Q%d/Resource": [{"type": "aws:cdk:logicalId", "data": "Q%d"},
           {"type": "aws:cdk:creationStack", "data": ["app.ts:%d:1"]}]
          """
              .formatted(i, i, i));
    }
    app.write("app.ts", "one();\ntwo();\nthree();\n");
    app.write("cdk.out/A.template.json", template(resources + "\"Q4\": " + queue("1")));
    app.manifest(stack("A", ", \"metadata\": {" + metadata.substring(2) + "}"));
    assertEquals(
        List.of(
            "app.ts:1 A/Q1/Resource means ",
            "app.ts:2 A/Q2/Resource means ",
            "app.ts:3 A/Q3/Resource means ",
            "cdk.out/A.template.json:4 Q4 means "),
        app.findings(app.out()));
  }

  @Test
  void code_of_another_project_makes_nothing_here() throws Exception {
    app.write("../neighbour/cdk.json", "{}");
    app.write(
        "../neighbour/src/main/java/demo/A.java",
        """
        package demo;
        import software.amazon.awscdk.Stack;
        class A extends Stack {
          A(software.constructs.Construct scope) {
            super(scope, "A");
            new software.amazon.awscdk.services.sqs.Queue(this, "Q");
          }
        }
        """);
    app.manifest(stack("A", created("A/Q/Resource", "none")));
    assertEquals(List.of(STAY), app.findings(folder));
  }

  @Test
  void a_frame_of_java_stays_in_its_project() throws Exception {
    app.write("../neighbour/src/main/java/demo/App.java", "package demo;\nclass App {}");
    app.manifest(stack("A", created("A/Q/Resource", "demo.App.main (App.java:2)")));
    assertEquals(List.of("App.java:2 A/Q/Resource means "), app.findings(folder));
    app.write("src/main/java/demo/App.java", "package demo;\nclass App {}");
    assertEquals(
        List.of("src/main/java/demo/App.java:2 A/Q/Resource means "), app.findings(folder));
  }

  @Test
  void what_is_no_resource_was_made_by_no_construct() throws Exception {
    app.write("app.ts", "new Queue();\n");
    app.manifest(stack("A", created("A/Q/Resource", "app.ts:1:1")));
    app.write(
        "cdk.out/A.template.json",
        "{\n\"Resources\": {\n\"Q1\": %s\n},\n\"Outputs\": {}}".formatted(queue("1")));
    TemplateReader reader =
        new TemplateReader(
            new TemplateLoader(Map.of(), Tables.shipped(LocalDate.EPOCH), RootedFiles.ANYWHERE),
            new KeptTrees(0));
    List<ApplicationBuilder.Member> members =
        AssemblySearch.in(List.of(app.out()), RootedFiles.ANYWHERE, Exclusion.NONE, reader).stream()
            .flatMap(read -> read.templates().stream())
            .flatMap(file -> file.open().stream())
            .toList();
    FrameFiles files = new FrameFiles(RootedFiles.ANYWHERE, List.of());
    ConstructPlaces places = new ConstructPlaces(members, files, List.of());
    String template = Names.of(app.out().resolve("A.template.json"));
    assertEquals(
        Optional.of(Names.of(app.project().resolve("app.ts"))),
        places.of(new Location(template, new Span(3, 10, 3, 11))).map(Location::file));
    for (int line : List.of(1, 2, 4, 5)) {
      assertEquals(Optional.empty(), places.of(new Location(template, new Span(line, 1, line, 2))));
    }
    assertEquals(Optional.empty(), places.of(Location.startOf("other.json")));
  }
}
