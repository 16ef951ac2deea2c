package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are taken for templates, and what reading them gives. */
class CandidateTest {

  private static final String TEMPLATE = "Resources: {Q: {Type: AWS::SQS::Queue}}";

  @TempDir private Path folder;

  /** The text that reading gave, or why there is none. */
  private String read(byte[] bytes, boolean named) throws IOException {
    return read(Files.write(folder.resolve("a.yaml"), bytes), named);
  }

  private static String read(Path path, boolean named) {
    Candidate candidate = new Candidate(path, named);
    Candidate.Content content = candidate.read();
    return content
        .source()
        .map(source -> source.text())
        .or(() -> content.problem().map(why -> why.kind() + " " + why.message()))
        .orElse("nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aTemplateIsFoundInItsEncoding(String encoding) throws IOException {
    byte[] bytes = ("\uFEFF" + TEMPLATE).getBytes(Charset.forName(encoding));
    assertEquals(TEMPLATE, read(bytes, false));
    assertTrue(new Candidate(folder.resolve("a.yaml"), false).looksLikeTemplate());
  }

  @ParameterizedTest
  @CsvSource({
    "'Resources: {A: {Type: Custom::A}}', true",
    "'Resources: {A: {Type: Other::A}}', false",
    "'Outputs: {A: AWS::A}', false",
    "a, false",
    "'', false"
  })
  void whatSpeaksOfNoResourcesIsReadOnlyWhenNamed(String text, boolean found) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(found ? text : "nothing", read(bytes, false));
    assertEquals(text, read(bytes, true));
    assertEquals(found, new Candidate(folder.resolve("a.yaml"), false).looksLikeTemplate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00FE", "\u00FF", "R\u00FE", "R\u00FF", "\u00FE\u00FE", "\u00FF\u00FF"})
  void aTemplateThatIsNoTextIsTold(String before) throws IOException {
    byte[] bytes = (before + "#\n" + TEMPLATE).getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("UNREADABLE not text in UTF-8 or UTF-16", read(bytes, false));
  }

  @Test
  void onlyASmallFileIsRead() throws IOException {
    Path path = Files.writeString(folder.resolve("large.yaml"), TEMPLATE + "\n");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(50_000_001);
    }
    assertEquals("UNREADABLE larger than 50 MB: no template is", read(path, true));
    assertEquals("NOT_LOOKED_AT larger than 50 MB: no template is", read(path, false));
    assertFalse(new Candidate(path, false).looksLikeTemplate());
  }

  @Test
  void whatIsNotThereIsTold() {
    Path gone = folder.resolve("gone.yaml");
    assertEquals("UNREADABLE cannot be read", read(gone, false));
    assertFalse(new Candidate(gone, false).looksLikeTemplate());
  }
}
