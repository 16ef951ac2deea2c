package io.github.waserverless.suppression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuppressionsTest {

  @TempDir private Path folder;

  private List<String> yaml(String text) throws IOException {
    return Demo.found(folder, "t.yaml", text, false);
  }

  private List<String> java(String body) throws IOException {
    String text =
        """
        import com.amazonaws.services.lambda.runtime.*;
        %s
        """
            .formatted(body);
    return Demo.found(folder, "Worker.java", text, false);
  }

  @Test
  void aCommentSpeaksForItsLine() throws IOException {
    assertEquals(
        List.of("4: B is a queue"),
        yaml(
            """
            Resources:
              A: # wa-serverless:ignore WAS701 not needed
                Type: AWS::SQS::Queue
              B:
                Type: AWS::SQS::Queue
              C: # wa-serverless:ignore queue-exists: by name
                Type: AWS::SQS::Queue
            """));
  }

  @Test
  void aCommentOnItsOwnLineSpeaksForWhatComesNext() throws IOException {
    assertEquals(
        List.of("8: B is a queue"),
        yaml(
            """
            Resources:
              # wa-serverless:ignore WAS708, was701 - two rules

              # and another comment
              A:
                Type: AWS::SQS::Queue
                Properties: {QueueName: a}
              B:
                Type: AWS::SQS::Queue
            """));
  }

  @Test
  void aCommentAtAResourceSpeaksForAllOfIt() throws IOException {
    assertEquals(
        List.of(),
        yaml(
            """
            Resources:
              A: # wa-serverless:ignore WAS701 whatever its name
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: a
              B:
                Type: AWS::SQS::Queue
                Properties:
                  # wa-serverless:ignore WAS701 this name
                  QueueName: b
            """));
  }

  @Test
  void metadataSpeaksForItsResourceOrTheTemplate() throws IOException {
    String template =
        """
        {
          "Metadata": {"wa-serverless": {"ignore": %s}},
          "Resources": {
            "A": {
              "Type": "AWS::SQS::Queue",
              "Metadata": {"wa-serverless": {"ignore": [{"id": "WAS701", "reason": "x"}]}},
              "Properties": {"QueueName": "a"}
            },
            "B": {"Type": "AWS::SQS::Queue"},
            "T": {"Type": "AWS::SNS::Topic"}
          }
        }
        """;
    assertEquals(
        List.of("9: B is a queue", "10: T is a topic"),
        Demo.found(folder, "t.json", template.formatted("[]"), false));
    assertEquals(
        List.of("10: T is a topic"),
        Demo.found(folder, "t.json", template.formatted("[\"WAS701\"]"), false));
  }

  @Test
  void whatIsSuppressedIsNotInAGroup() throws IOException {
    assertEquals(
        List.of("2: 2 topics (A, C) are topics"),
        yaml(
            """
            Resources:
              A: {Type: AWS::SNS::Topic}
              B: {Type: AWS::SNS::Topic} # wa-serverless:ignore WAS708 this one is right
              C: {Type: AWS::SNS::Topic}
            """));
  }

  @Test
  void whatHappenedIsKnown() throws IOException {
    String text =
        """
        Resources:
          A: # wa-serverless:ignore WAS701: the reason
            Type: AWS::SQS::Queue
          B: # wa-serverless:ignore WAS708
            Type: AWS::SQS::Queue
          # wa-serverless:ignore WAS799 what
          # wa-serverless:ignore
          C:
            Type: AWS::SNS::Topic
        """;
    assertEquals(
        List.of(
            "2: WAS701 USED (the reason)",
            "4: WAS708 UNUSED ()",
            "6: WAS799 NO_RULE (what)",
            "7:  NO_RULE ()"),
        Demo.uses(folder, "t.yaml", text));
    assertEquals(List.of("2: A is a queue: the reason"), Demo.suppressed(folder, "t.yaml", text));
  }

  @Test
  void aCommentInJavaSpeaksForItsStatement() throws IOException {
    assertEquals(
        List.of("4: calls one", "14: calls eight"),
        java(
            """
            class Worker implements RequestHandler<String, String> {
              public String handleRequest(String s, Context c) {
                one();
                two(); // wa-serverless:ignore WAS103 reason
                // wa-serverless:ignore calls reason
                three()
                    .four();
                s
                    .five()
                    .six(); // wa-serverless:ignore WAS103 reason
                /* wa-serverless:ignore WAS103 reason */
                seven();
                eight();
                return s;
              }
            }
            """));
  }

  @Test
  void anAnnotationSpeaksForItsElement() throws IOException {
    String text =
        """
        class Worker implements RequestHandler<String, String> {
          @SuppressWarnings("WAS103") // only numbers
          private final String a = one();
          private final String b = two();
          // guarded
          @SuppressWarnings({"unchecked", "calls"})
          public String handleRequest(String s, Context c) {
            three();
            return four();
          }
        }
        """;
    assertEquals(List.of("5: calls two"), java(text));
    assertEquals(
        List.of("4: calls one: only numbers", "9: calls three: guarded", "10: calls four: guarded"),
        Demo.suppressed(
            folder, "Worker.java", "import com.amazonaws.services.lambda.runtime.*;\n" + text));
    assertEquals(List.of(), java("@SuppressWarnings(\"WAS103\")\n" + text));
  }
}
