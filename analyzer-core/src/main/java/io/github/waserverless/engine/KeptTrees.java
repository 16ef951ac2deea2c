package io.github.waserverless.engine;

import io.github.waserverless.source.SourceFile;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of what was read stays in memory until its application is judged. The rest is read a
 * second time then, so that memory does not grow with the number of files.
 */
final class KeptTrees {

  /** A tree and what is known of it take about 40 bytes for each character: a sixth of the heap. */
  private static final long BYTES_OF_HEAP = 256;

  /** More is not kept, however large the heap is: about a gigabyte. */
  private static final long MOST = 24_000_000;

  private final AtomicLong left;

  /**
   * @param characters how much text may be kept as trees
   */
  KeptTrees(long characters) {
    this.left = new AtomicLong(characters);
  }

  /** As much as this Java machine can hold beside everything else. */
  static KeptTrees ofHeap() {
    return new KeptTrees(Math.min(MOST, Runtime.getRuntime().maxMemory() / BYTES_OF_HEAP));
  }

  /** Whether there is room for one more. */
  boolean take(SourceFile file) {
    return left.addAndGet(-file.text().length()) >= 0;
  }
}
