package io.github.waserverless.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The same work on each of many things, by all processors. Each takes the next one when it is
 * ready: a parallel stream deals out a few large shares beforehand, and waits for the largest.
 */
final class InParallel<T, R> implements Runnable {

  private final List<T> things;
  private final Function<T, R> work;
  private final Object[] results;
  private final AtomicInteger next = new AtomicInteger();

  private InParallel(List<T> things, Function<T, R> work) {
    this.things = things;
    this.work = work;
    this.results = new Object[things.size()];
  }

  /**
   * The results, in the order of the things.
   *
   * @param work what is done with each; fails where it fails with one
   */
  @SuppressWarnings("unchecked")
  static <T, R> List<R> map(List<T> things, Function<T, R> work) {
    InParallel<T, R> all = new InParallel<>(things, work);
    all.finish(Math.min(ForkJoinPool.getCommonPoolParallelism(), things.size() - 1));
    return (List<R>) Arrays.asList(all.results);
  }

  private void finish(int helpers) {
    List<ForkJoinTask<?>> helping = new ArrayList<>();
    for (int i = 0; i < helpers; i++) {
      helping.add(ForkJoinPool.commonPool().submit(this));
    }
    try {
      run();
    } finally {
      // Nobody goes on with what one has failed at.
      next.set(results.length);
      helping.forEach(ForkJoinTask::quietlyJoin);
    }
    helping.forEach(ForkJoinTask::join);
  }

  @Override
  public void run() {
    for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
      results[i] = work.apply(things.get(i));
    }
  }
}
