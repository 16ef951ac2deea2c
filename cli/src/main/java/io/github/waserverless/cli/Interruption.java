package io.github.waserverless.cli;

import java.io.PrintStream;

/** Says that a run was ended from outside, by Ctrl-C for example, before it was done. */
final class Interruption {

  private final Thread farewell;

  private Interruption(Thread farewell) {
    this.farewell = farewell;
  }

  /** From now on, an end of the process is an interruption. */
  static Interruption watch(PrintStream err) {
    Thread farewell =
        new Thread(() -> Main.tell(err, "interrupted: the check is not complete"), "farewell");
    Runtime.getRuntime().addShutdownHook(farewell);
    return new Interruption(farewell);
  }

  /** The run is done. */
  void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException e) {
      // It is being interrupted, and says so.
    }
  }
}
