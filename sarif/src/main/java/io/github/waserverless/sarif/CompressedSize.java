package io.github.waserverless.sarif;

import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** How large a text is when it is compressed. */
final class CompressedSize {

  private CompressedSize() {}

  static boolean exceeds(String text, int limit) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length > limit && of(bytes) > limit;
  }

  static long of(byte[] bytes) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] part = new byte[65_536];
      while (!deflater.finished()) {
        deflater.deflate(part);
      }
      return deflater.getBytesWritten();
    } finally {
      deflater.end();
    }
  }
}
