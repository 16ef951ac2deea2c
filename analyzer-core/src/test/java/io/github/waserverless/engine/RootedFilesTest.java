package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.waserverless.source.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates name files; only those inside of what is checked are read. */
class RootedFilesTest {

  private static final String DEFINITION = ": its definition ";

  @TempDir Path folder;

  @BeforeEach
  void write() throws Exception {
    Files.createDirectories(folder.resolve("app"));
    Files.writeString(
        folder.resolve("secret.json"), "{\"StartAt\": \"A\", \"States\": {\"A\": {}}}");
    Files.createSymbolicLink(folder.resolve("app/link.json"), Path.of("../secret.json"));
    Files.writeString(folder.resolve("app/big.json"), " ".repeat(10_000_001));
    Files.write(folder.resolve("app/binary.json"), new byte[] {'{', (byte) 0xFF});
  }

  private List<String> why(Path checked, String definition) throws Exception {
    Files.writeString(
        folder.resolve("app/template.yaml"),
        """
        Resources:
          M:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              RoleArn: arn:aws:iam::123456789012:role/m
              DefinitionS3Location: %s
        """
            .formatted(definition));
    Analysis analysis =
        new Run(List.of(), Tables.shipped(LocalDate.EPOCH), Map.of()).analyze(List.of(checked));
    assertTrue(analysis.notices().stream().allMatch(n -> n.kind() == Notice.Kind.NOT_LOOKED_AT));
    return analysis.notices().stream()
        .map(Notice::message)
        .filter(message -> message.contains(DEFINITION))
        .map(message -> message.substring(message.indexOf(DEFINITION) + DEFINITION.length()))
        .toList();
  }

  @Test
  void aFolderIsTheRoot() throws Exception {
    Path app = folder.resolve("app");
    List<String> outside = List.of("../secret.json lies outside of what is checked");
    assertEquals(outside, why(app, "../secret.json"));
    assertEquals(outside, why(app.resolve("template.yaml"), "../secret.json"));
    assertEquals(
        List.of("../missing.json lies outside of what is checked"), why(app, "../missing.json"));
    assertEquals(List.of("link.json lies outside of what is checked"), why(app, "link.json"));
    assertEquals(List.of(), why(folder, "../secret.json"));
    assertEquals(List.of(), why(folder, "link.json"));
  }

  @Test
  void theCheckoutIsTheRootOfAFile() throws Exception {
    Files.createDirectories(folder.resolve(".git"));
    assertEquals(List.of(), why(folder.resolve("app/template.yaml"), "../secret.json"));
  }

  @Test
  void whatIsNoTextIsNotRead() throws Exception {
    assertEquals(List.of("missing.json does not exist"), why(folder, "missing.json"));
    assertEquals(List.of("./ is no file"), why(folder, "./"));
    assertEquals(List.of("big.json is larger than 10 MB"), why(folder, "big.json"));
    assertEquals(List.of("binary.json is not text in UTF-8 or UTF-16"), why(folder, "binary.json"));
  }

  @Test
  void twoDotsBehindALinkLeadOutside() throws Exception {
    Files.createDirectories(folder.resolve("other/below"));
    Files.writeString(folder.resolve("other/secret.json"), "{}");
    Files.createSymbolicLink(folder.resolve("app/away"), Path.of("../other/below"));
    Path secret = folder.resolve("app/away/../secret.json");
    RootedFiles app = RootedFiles.of(List.of(folder.resolve("app")));
    assertEquals("lies outside of what is checked", app.read(secret).problem());
    assertFalse(app.admits(secret));
    assertTrue(RootedFiles.of(List.of(folder)).read(secret).content().isPresent());
  }

  @Test
  void whatIsNotThereIsWhereItsFolderIs() throws Exception {
    Files.createDirectories(folder.resolve("other"));
    Files.createSymbolicLink(folder.resolve("app/away"), Path.of("../other"));
    RootedFiles app = RootedFiles.of(List.of(folder.resolve("app")));
    assertEquals("does not exist", app.read(folder.resolve("app/a/b/c.json")).problem());
    assertFalse(app.admits(folder.resolve("app/away/a/b.json")));
    assertFalse(app.admits(folder.resolve("gone/b.json")));
    assertTrue(app.admits(folder.resolve("other/../app/a/" + "b/".repeat(5_000))));
  }
}
