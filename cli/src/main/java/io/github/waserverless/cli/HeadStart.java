package io.github.waserverless.cli;

import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.engine.Tables;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * What every check needs, read by a thread of its own while the command line and the templates are:
 * a short run is nearly all start-up, and would leave all processors but one idle.
 */
final class HeadStart {

  private final FutureTask<RuleCatalog> catalog =
      new FutureTask<>(() -> RuleCatalog.load(HeadStart.class.getClassLoader()));

  private HeadStart() {}

  /** Begins. */
  static HeadStart begin() {
    HeadStart start = new HeadStart();
    Thread thread = new Thread(start::read, "head-start");
    thread.setDaemon(true);
    thread.start();
    return start;
  }

  private void read() {
    catalog.run();
    Tables.prepare();
  }

  /** The rules, once they are read. */
  RuleCatalog catalog() {
    try {
      return catalog.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
