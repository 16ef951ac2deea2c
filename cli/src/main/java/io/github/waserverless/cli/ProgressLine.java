package io.github.waserverless.cli;

import io.github.waserverless.engine.Progress;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** One line on a terminal that says how far a long run is; it goes when the run ends. */
final class ProgressLine implements Progress, AutoCloseable {

  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(1000);
  private static final long PACE = TimeUnit.MILLISECONDS.toNanos(100);

  private final PrintStream err;
  private long next = System.nanoTime() + PATIENCE;
  private boolean shown;

  ProgressLine(PrintStream err) {
    this.err = err;
  }

  @Override
  public synchronized void at(String work, int done, int total) {
    long now = System.nanoTime();
    if (now - next >= 0) {
      next = now + PACE;
      shown = true;
      err.print("\r\u001b[K" + work + " " + done + " of " + total);
      err.flush();
    }
  }

  @Override
  public synchronized void close() {
    if (shown) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
