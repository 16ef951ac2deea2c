package io.github.waserverless.source;

import java.util.Arrays;

/** A text by its lines, which end with LF, CRLF or CR. */
public final class Lines {

  private final String text;
  private final int[] starts;

  private Lines(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  /** The lines of a text. */
  public static Lines of(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return new Lines(text, Arrays.copyOf(starts, count));
  }

  /** How many lines there are; an empty text has one. */
  public int count() {
    return starts.length;
  }

  /** A line by its number from 1, without its end. */
  public String line(int number) {
    int start = starts[number - 1];
    int end = number < starts.length ? starts[number] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Some lines as they stand, the last one without its end. */
  public String lines(int first, int last) {
    int start = starts[first - 1];
    return text.substring(start, starts[last - 1] + line(last).length());
  }
}
