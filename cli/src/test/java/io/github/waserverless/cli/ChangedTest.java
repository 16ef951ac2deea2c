package io.github.waserverless.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a checkout of two stacks: the queue of one is the source of a function in the other. */
class ChangedTest {

  private static final String QUEUES =
      """
      Resources:
        Orders: {Type: AWS::SQS::Queue}
      Outputs:
        Orders: {Value: !GetAtt Orders.Arn, Export: {Name: orders}}
      """;

  private static final String FUNCTIONS =
      """
      Resources:
        Worker:
          Type: AWS::Lambda::Function
          Properties: {Runtime: python3.13, Handler: a.b, Role: r, Timeout: 60, Code: {ZipFile: x}}
        Source:
          Type: AWS::Lambda::EventSourceMapping
          Properties: {EventSourceArn: !ImportValue orders, FunctionName: !Ref Worker}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void commit() throws Exception {
    git("init", "--quiet", "--initial-branch=main");
    Files.writeString(folder.resolve("queues.yaml"), QUEUES);
    Files.writeString(folder.resolve("functions.yaml"), FUNCTIONS);
    Files.writeString(folder.resolve("other.yaml"), "Resources: {A: {Type: AWS::SQS::Queue}}\n");
    commit("x");
  }

  private void commit(String message) throws Exception {
    git("add", ".");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "-m", message);
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    assertEquals(0, process.waitFor(), command.toString());
  }

  private Call check(String... options) {
    String[] all = new String[options.length + 5];
    all[0] = "check";
    all[1] = "--notes";
    all[2] = "--rule=WAS707";
    all[3] = "--rule=WAS701";
    all[4] = "--format=compact";
    System.arraycopy(options, 0, all, 5, options.length);
    return Call.of(all);
  }

  private long findings(String... options) {
    Call call = check(options);
    assertTrue(call.code() <= ExitCode.FINDINGS, call.err());
    return call.out().lines().count();
  }

  @Test
  void onlyWhatConcernsChangedFilesIsReported() throws Exception {
    String all = folder.toString();
    assertEquals(3, findings(all));
    assertEquals(0, findings(all, "--changed"));
    Files.writeString(folder.resolve("functions.yaml"), FUNCTIONS + "# changed\n");
    // The timeout is the changed file's, although the finding points at the other one.
    assertEquals(1, findings(all, "--changed"));
    assertTrue(check(all, "--changed").out().contains("queues.yaml:2:3: error WAS707"));
    Files.writeString(folder.resolve("new.yaml"), "Resources: {B: {Type: AWS::SQS::Queue}}\n");
    assertEquals(2, findings(all, "--changed=main"));
    git("checkout", "--quiet", "-b", "topic");
    commit("y");
    assertEquals(0, findings(all, "--changed"));
    assertEquals(2, findings(all, "--changed", "main"));
    Call text = Call.of("check", all, "--rule=WAS701", "--notes", "--changed");
    assertTrue(text.out().contains("Not about these files: 3 findings"), text.out());
  }

  @Test
  void whatGitDoesNotKnowIsAnError() throws IOException {
    Call call = check(folder.toString(), "--changed=nothing");
    assertEquals(ExitCode.USAGE, call.code());
    assertTrue(call.err().contains("git knows no commit, branch or tag nothing"), call.err());
    assertEquals(ExitCode.USAGE, check(folder.toString(), "--changed=--all").code());
  }

  @Test
  void beforeTheFirstCommitAllIsNew() throws Exception {
    Path fresh = Files.createDirectory(folder.resolve("fresh"));
    Files.writeString(fresh.resolve("t.yaml"), "Resources: {A: {Type: AWS::SQS::Queue}}\n");
    Process init = new ProcessBuilder("git", "init", "--quiet").directory(fresh.toFile()).start();
    assertEquals(0, init.waitFor());
    assertEquals(1, findings(fresh.toString(), "--changed"));
  }

  @Test
  void pathsInContextSayWhatIsReported() {
    String queues = folder.resolve("queues.yaml").toString();
    String functions = folder.resolve("functions.yaml").toString();
    // By itself the queue has no consumer, and so no timeout is too short.
    assertEquals(1, findings(queues));
    assertEquals(2, findings("--in-context", queues));
    assertEquals(1, findings("--in-context", functions));
    assertEquals(2, findings("--in-context", functions, queues));
    assertEquals(3, findings("--in-context", folder.toString()));
    assertEquals(ExitCode.USAGE, check("--in-context").code());
  }

  @Test
  void aPathBehindChangedIsNoCommit() {
    String path = folder.toString();
    assertArrayEquals(
        new String[] {"check", "--changed=HEAD", path, "--changed=HEAD"},
        ReportedOptions.complete(new String[] {"check", "--changed", path, "--changed"}));
    assertArrayEquals(
        new String[] {"check", "--changed", "v1.0", "--changed=HEAD", "--notes", "--changed=x"},
        ReportedOptions.complete(
            new String[] {"check", "--changed", "v1.0", "--changed", "--notes", "--changed=x"}));
  }
}
