package io.github.waserverless.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.code.JavaFile;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.parse.JavaReader;
import io.github.waserverless.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConstructSitesTest {

  private static final String APP =
      """
      package demo;
      import software.amazon.awscdk.*;
      class Main {
        public static void main(String[] args) {
          App app = new App();
          new Orders(app, "Orders");
        }
      }
      """;

  /** The text that begins where a path leads to; sources are classes without their imports. */
  private static String place(String path, String... classes) {
    List<JavaFile> files = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    texts.add(APP);
    for (String type : classes) {
      texts.add(
          """
          package demo;
          import software.amazon.awscdk.Stack;
          import software.amazon.awscdk.services.sqs.Queue;
          import software.constructs.Construct;
          """
              + type);
    }
    for (int i = 0; i < texts.size(); i++) {
      SourceFile source = new SourceFile(Path.of(i + ".java"), i + ".java", texts.get(i));
      JavaReader.read(source, true).file().ifPresent(files::add);
    }
    return new ConstructSites(new Program(files, Map.of()))
        .of(path)
        .map(
            at -> {
              int file = Integer.parseInt(at.file().replace(".java", ""));
              String line = texts.get(file).lines().toList().get(at.span().startLine() - 1);
              return line.substring(at.span().startColumn() - 1);
            })
        .orElse("none");
  }

  private static String stack(String body) {
    return "class Orders extends Stack { Orders(Construct scope, String id) { super(scope, id);\n"
        + body
        + "\n}}";
  }

  @Test
  void a_construct_stands_where_it_is_created() {
    assertEquals(
        "new Queue(this, \"Jobs\");",
        place("Orders/Jobs/Resource", stack("new Queue(this, \"Jobs\");")));
  }

  @Test
  void a_builder_creates_one_too() {
    assertEquals(
        "Queue.Builder.create(this, \"Jobs\").build();",
        place("Orders/Jobs/Resource", stack("Queue.Builder.create(this, \"Jobs\").build();")));
  }

  @Test
  void ids_may_be_constants() {
    String orders =
        "class Orders extends Stack { static final String JOBS = \"Jobs\";\n"
            + "Orders(Construct c, String id) {\nnew Queue(this, JOBS); }}";
    assertEquals("new Queue(this, JOBS); }}", place("Orders/Jobs/Resource", orders));
  }

  @Test
  void the_code_of_a_construct_goes_on_in_its_class() {
    String part =
        "class Part extends Construct { Part(Construct c, String id) {\nnew Queue(this, \"Q\");}}";
    assertEquals(
        "new Queue(this, \"Q\");}}",
        place("Orders/Part/Q/Resource", stack("new Part(this, \"Part\");"), part));
  }

  @Test
  void variables_hold_what_constructs_are_created_in() {
    String body =
        """
        Construct left = new Construct(this, "Left");
        Construct right = new Construct(this, "Right");
        new Queue(left, "Jobs"); // left
        new Queue(right, "Jobs"); // right
        """;
    assertEquals(
        "new Queue(right, \"Jobs\"); // right", place("Orders/Right/Jobs/Resource", stack(body)));
  }

  @Test
  void two_places_are_none() {
    String body = "if (id.isEmpty()) { new Queue(this, \"Q\"); } else { new Queue(this, \"Q\"); }";
    assertEquals("none", place("Orders/Q/Resource", stack(body)));
  }

  @Test
  void another_stack_with_the_same_ids_is_not_meant() {
    String other =
        """
        class Other extends Stack { Other(Construct c, String id) { super(c, id);
        new Queue(this, "Jobs"); }}
        class More { void main(software.amazon.awscdk.App app) { new Other(app, "O"); }}
        """;
    assertEquals(
        "new Queue(this, \"Jobs\");",
        place("Orders/Jobs/Resource", stack("new Queue(this, \"Jobs\");"), other));
  }

  @Test
  void where_a_stack_is_created_its_resources_are_not() {
    assertEquals(
        "none", place("Orders/Jobs7/Resource", stack("new Queue(this, \"Jobs\" + number());")));
  }

  @Test
  void a_subclass_of_a_construct_that_makes_resources_makes_them() {
    String own = "class Own extends Queue { Own(Construct c, String id) { super(c, id); }}";
    assertEquals(
        "new Own(this, \"Jobs\");",
        place("Orders/Jobs/Resource", stack("new Own(this, \"Jobs\");"), own));
  }

  @Test
  void a_stack_with_a_computed_id_may_still_be_the_only_one() {
    String main =
        """
        class Other extends Stack { Other(Construct c, String id) { super(c, id);
        new Queue(this, "Mails"); }}
        class More { void main(software.amazon.awscdk.App a) { new Other(a, name()); }}
        """;
    assertEquals(
        "new Queue(this, \"Mails\"); }}",
        place("Other-dev/Mails/Resource", stack("new Queue(this, \"Jobs\");"), main));
  }

  @Test
  void what_a_library_calls_its_parts_is_not_looked_for_in_other_classes() {
    String roles =
        "class Roles extends Construct { Roles(Construct c, String id) { super(c, id);\n"
            + "new Queue(this, \"ServiceRole\"); }}";
    assertEquals(
        "new Queue(this, \"Fn\");",
        place("Orders/Fn/ServiceRole/Resource", stack("new Queue(this, \"Fn\");"), roles));
  }
}
