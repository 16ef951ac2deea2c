package io.github.waserverless.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.waserverless.source.SourceFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reading a source gives, and what is told when it gives nothing. */
class CodeTextTest {

  @TempDir private Path folder;

  private static String told(Path path, boolean named) {
    CodeText text = CodeText.of(path);
    assertEquals(Optional.empty(), text.source());
    return text.notice(named).kind() + " " + text.notice(named).message();
  }

  private Path large(long size) throws IOException {
    Path path = folder.resolve("Large.java");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(size);
    }
    return path;
  }

  @Test
  void textIsRead() throws IOException {
    Path path = Files.writeString(folder.resolve("A.java"), "class A {}");
    CodeText text = CodeText.of(path);
    assertEquals("class A {}", text.source().map(SourceFile::text).orElse(""));
    assertEquals("", text.problem());
    assertEquals(10_000_000, CodeText.of(large(10_000_000)).source().orElseThrow().text().length());
  }

  @Test
  void whatIsNoSourceIsGraveOnlyWhenSomebodyNamedIt() throws IOException {
    Path binary = Files.write(folder.resolve("B.java"), new byte[] {'a', (byte) 0xFF});
    assertEquals("UNREADABLE not text in UTF-8 or UTF-16", told(binary, true));
    assertEquals("NOT_LOOKED_AT not text in UTF-8 or UTF-16", told(binary, false));
    Path large = large(10_000_001);
    assertEquals("UNREADABLE larger than 10 MB: no source is", told(large, true));
    assertEquals("NOT_LOOKED_AT larger than 10 MB: no source is", told(large, false));
  }

  @Test
  void whatNobodyCanReadIsGrave() {
    Path gone = folder.resolve("Gone.java");
    assertEquals("UNREADABLE cannot be read", told(gone, true));
    assertEquals("UNREADABLE cannot be read", told(gone, false));
  }
}
