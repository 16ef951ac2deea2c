package io.github.waserverless.engine;

/** Hears how far a run is, from any of its threads. */
@FunctionalInterface
public interface Progress {

  /** Hears nothing. */
  Progress NONE = (work, done, total) -> {};

  /** Of {@code total} steps of one kind of work, {@code done} are done. */
  void at(String work, int done, int total);
}
