package io.github.waserverless.cli;

import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.engine.Tables;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * What every check needs, read by a thread of its own while the command line and the templates are:
 * a short run is nearly all start-up, and would leave all processors but one idle.
 */
final class HeadStart {

  private final FutureTask<RuleCatalog> catalog;
  private final Runnable tables;

  private HeadStart(Callable<RuleCatalog> catalog, Runnable tables) {
    this.catalog = new FutureTask<>(catalog);
    this.tables = tables;
  }

  /** Begins. */
  static HeadStart begin() {
    return begin(() -> RuleCatalog.load(HeadStart.class.getClassLoader()), Tables::prepare);
  }

  /**
   * Begins.
   *
   * @param tables reads what rules ask for later; they read it themselves where this fails
   */
  static HeadStart begin(Callable<RuleCatalog> catalog, Runnable tables) {
    HeadStart start = new HeadStart(catalog, tables);
    Thread thread = new Thread(start::read, "head-start");
    thread.setDaemon(true);
    // Java would print a trace. Who needs what could not be read meets the same, and tells it.
    thread.setUncaughtExceptionHandler((t, e) -> {});
    thread.start();
    return start;
  }

  private void read() {
    catalog.run();
    tables.run();
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
