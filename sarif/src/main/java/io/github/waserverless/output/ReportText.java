package io.github.waserverless.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The text of a report, kept as the bytes that it will be written as: a large one only once. */
public final class ReportText implements Appendable {

  private static final int LARGEST_PART = 1 << 16;

  private final List<byte[]> parts = new ArrayList<>();
  private final StringBuilder last = new StringBuilder();

  @Override
  public Appendable append(CharSequence text) {
    last.append(text);
    return full();
  }

  @Override
  public Appendable append(CharSequence text, int start, int end) {
    last.append(text, start, end);
    return full();
  }

  @Override
  public Appendable append(char c) {
    last.append(c);
    return full();
  }

  /** Two chars that are one character stay together. */
  private Appendable full() {
    if (last.length() >= LARGEST_PART
        && !Character.isHighSurrogate(last.charAt(last.length() - 1))) {
      encode();
    }
    return this;
  }

  private void encode() {
    parts.add(last.toString().getBytes(StandardCharsets.UTF_8));
    last.setLength(0);
  }

  /** Writes all of it. */
  public void writeTo(OutputStream out) throws IOException {
    encode();
    for (byte[] part : parts) {
      out.write(part);
    }
  }
}
