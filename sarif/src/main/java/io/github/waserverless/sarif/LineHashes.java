package io.github.waserverless.sarif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hash of each line of a text by which GitHub recognises an alert: a rolling hash over the
 * hundred characters from the start of the line on, spaces and tabs left out, and how often it came
 * before. It must be the same as GitHub's own, which {@code fingerprints.ts} of {@code
 * github/codeql-action} computes.
 */
final class LineHashes {

  private static final int WINDOW = 100;
  private static final long FACTOR = 37;
  private static final char END = 0xFFFF;

  /** {@link #FACTOR} to the power of {@link #WINDOW}, as far as a long holds it. */
  private static final long LEAVING = power();

  private final char[] window = new char[WINDOW];

  /** Whether a line starts at that place of the window. */
  private final boolean[] starts = new boolean[WINDOW];

  private final Map<String, Integer> seen = new HashMap<>();
  private final List<String> hashes = new ArrayList<>();
  private long hash;
  private int next;

  private LineHashes() {}

  /** The hashes of all lines, the first one's first. */
  static List<String> of(String text) {
    return new LineHashes().read(text);
  }

  private List<String> read(String text) {
    boolean lineStart = true;
    boolean afterReturn = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : END;
      boolean skipped = c == ' ' || c == '\t' || (afterReturn && c == '\n');
      afterReturn = c == '\r';
      if (!skipped) {
        char kept = c == '\r' ? '\n' : c;
        take(kept, lineStart);
        lineStart = kept == '\n';
      }
    }
    for (int i = 0; i < WINDOW; i++) {
      take('\0', false);
    }
    return hashes;
  }

  private void take(char c, boolean lineStart) {
    if (starts[next]) {
      String digits = Long.toHexString(hash);
      hashes.add(digits + ":" + seen.merge(digits, 1, Integer::sum));
    }
    starts[next] = lineStart;
    hash = FACTOR * hash + c - LEAVING * window[next];
    window[next] = c;
    next = (next + 1) % WINDOW;
  }

  private static long power() {
    long power = 1;
    for (int i = 0; i < WINDOW; i++) {
      power *= FACTOR;
    }
    return power;
  }
}
