package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that may not be read is told once, and the rest is judged. */
class UnreadableFileTest {

  /** A file that Linux shows to everyone and lets nobody read from its beginning, root neither. */
  private static final Path UNREADABLE = Path.of("/proc/self/mem");

  private static final String HANDLER =
      """
      package p;
      public class Open implements com.amazonaws.services.lambda.runtime.RequestHandler<String, Void> {
        private String last;
        public Void handleRequest(String event, com.amazonaws.services.lambda.runtime.Context c) {
          last = event;
          return null;
        }
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void project() throws IOException {
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Files.writeString(folder.resolve("Open.java"), HANDLER);
    Files.writeString(
        folder.resolve("open.yaml"),
        """
        Resources:
          Orders: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Failed.Arn, maxReceiveCount: 5}}}
          Failed: {Type: AWS::SQS::Queue}
        """);
  }

  private void closed(String name) throws IOException {
    assumeTrue(Files.isRegularFile(UNREADABLE), "no such file on this system");
    Files.createSymbolicLink(folder.resolve(name), UNREADABLE);
  }

  private void isToldOnce(String name) {
    Call call = Call.of("check", "--no-config", "--notes", "--allow-outside", folder.toString());
    assertEquals(ExitCode.UNREADABLE, call.code(), call.out() + call.err());
    Matcher told = Pattern.compile(Pattern.quote(name) + ": cannot be read").matcher(call.out());
    assertEquals(1, told.results().count(), call.out());
    assertTrue(call.out().contains("Failed has no alarm"), call.out());
    assertTrue(call.out().contains("Open.java:5"), call.out());
  }

  @Test
  void aTemplate() throws IOException {
    closed("closed.yaml");
    isToldOnce("closed.yaml");
  }

  @Test
  void aSource() throws IOException {
    closed("Closed.java");
    isToldOnce("Closed.java");
  }
}
