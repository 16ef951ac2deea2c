package io.github.waserverless.code.flow;

/** When code of a handler runs. */
public enum Phase {
  /** Once for each execution environment, before the first event. */
  INIT,
  /** After a snapshot was restored. */
  RESTORE,
  /** For each event. */
  INVOKE
}
