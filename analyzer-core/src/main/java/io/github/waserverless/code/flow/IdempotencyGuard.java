package io.github.waserverless.code.flow;

import io.github.waserverless.source.Location;

/** Evidence that a handler recognises an event that it has worked on before. */
public record IdempotencyGuard(Kind kind, Location location) {

  /** How an event is recognised. */
  public enum Kind {
    /** By a library: {@code @Idempotent}, {@code makeIdempotent}. */
    LIBRARY,
    /** By a write that fails or does nothing the second time. */
    CONDITION,
    /** By an error that the second write gets. */
    CONFLICT,
    /** By a method or class that is named for it. */
    NAMED,
    /** By the receiver, which takes one deduplication id once. */
    DEDUPLICATION_ID,
    /** By a look before the work, which two runs at one time both pass. */
    LOOK
  }

  /** Whether it holds when two runs get one event at one time. */
  public boolean holds() {
    return kind != Kind.LOOK;
  }
}
