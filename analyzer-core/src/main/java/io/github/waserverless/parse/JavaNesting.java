package io.github.waserverless.parse;

import java.util.function.Supplier;

/**
 * How deep statements and expressions lie in one another. All that reads them goes as deep as they
 * do, and must end well on whatever thread it runs.
 */
final class JavaNesting {

  /** Nobody writes this; generators write longer, not deeper. */
  static final int MOST = 300;

  private int depth;

  /** Says that a source is not read. */
  static final class TooDeep extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooDeep() {
      super("nested too deep", null, false, false);
    }
  }

  /** What is one level deeper. */
  <T> T deeper(Supplier<T> inner) {
    if (++depth > MOST) {
      throw new TooDeep();
    }
    T read = inner.get();
    depth--;
    return read;
  }
}
