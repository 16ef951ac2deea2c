package io.github.waserverless.engine;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;

/**
 * Work that will be wanted soon. An idle processor begins with it; where none is, whoever wants it
 * does it.
 */
final class Ahead<T> {

  private final FutureTask<T> task;

  private Ahead(Callable<T> work) {
    this.task = new FutureTask<>(work);
  }

  static <T> Ahead<T> of(Callable<T> work) {
    Ahead<T> ahead = new Ahead<>(work);
    ForkJoinPool.commonPool().execute(ahead.task);
    return ahead;
  }

  /** What comes of it; fails as the work does. */
  T get() {
    task.run();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException exception) {
        throw exception;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
