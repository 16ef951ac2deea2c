package io.github.waserverless.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.code.flow.Bodies;
import io.github.waserverless.code.flow.CallGraph;
import io.github.waserverless.code.flow.Phase;
import io.github.waserverless.code.flow.Reachability;
import io.github.waserverless.code.flow.Site;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.code.program.SourceMethod;
import io.github.waserverless.parse.JavaReader;
import io.github.waserverless.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a handler reaches, and of which type the objects are that it calls. */
class ReachabilityTest {

  private static final String SQS = "software.amazon.awssdk.services.sqs.SqsClient";

  private static List<String> sends(String... sources) {
    List<JavaFile> files = new ArrayList<>();
    for (int i = 0; i < sources.length; i++) {
      String name = "F" + i + ".java";
      files.add(
          JavaReader.read(new SourceFile(Path.of(name), name, sources[i]), true)
              .file()
              .orElseThrow());
    }
    Program program = new Program(files, Map.of());
    SourceClass handler = program.simplyNamed("Handler").get(0);
    SourceMethod entry =
        program.classes().stream()
            .flatMap(type -> type.methods().stream())
            .filter(m -> m.name().equals("handleRequest"))
            .findFirst()
            .orElseThrow();
    Reachability reached = CallGraph.from(new Bodies(program), handler, entry);
    return reached
        .sites(Site.CallSite.class, Phase.INVOKE)
        .filter(r -> r.site().calls(SQS, "sendMessage"))
        .map(r -> r.location().toString())
        .toList();
  }

  @Test
  void throughAFieldInTheHandler() {
    assertEquals(
        List.of("F0.java:4:42"),
        sends(
            """
            import software.amazon.awssdk.services.sqs.SqsClient;
            class Handler {
              private final SqsClient sqs = SqsClient.create();
              void handleRequest(String event) { sqs.sendMessage(b -> b.queueUrl(event)); }
            }
            """));
  }

  @Test
  void throughAHelperOfAnotherFileAndVar() {
    assertEquals(
        1,
        sends(
                """
                class Handler {
                  void handleRequest(String event) { new Sender().send(event); }
                }
                """,
                """
                import software.amazon.awssdk.services.sqs.SqsClient;
                class Sender {
                  void send(String text) {
                    var client = SqsClient.builder().build();
                    Runnable later = () -> client.sendMessage(b -> b.messageBody(text));
                    later.run();
                  }
                }
                """)
            .size());
  }

  @Test
  void throughAGenericBaseClass() {
    assertEquals(
        1,
        sends(
                """
                class Handler extends Base<software.amazon.awssdk.services.sqs.SqsClient> {
                  void work(software.amazon.awssdk.services.sqs.SqsClient c) {
                    c.sendMessage(b -> b.messageBody("x"));
                  }
                }
                """,
                """
                abstract class Base<C> {
                  C client;
                  void handleRequest(String event) { work(client); }
                  abstract void work(C c);
                }
                """)
            .size());
  }

  @Test
  void whatNothingCallsIsNotReached() {
    assertEquals(
        List.of(),
        sends(
            """
            import software.amazon.awssdk.services.sqs.SqsClient;
            class Handler {
              SqsClient sqs;
              void handleRequest(String event) {}
              void unused() { sqs.sendMessage(b -> b.messageBody("x")); }
            }
            """));
  }
}
