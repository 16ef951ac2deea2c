package io.github.waserverless.cli;

/** The command was called wrongly; the message says what to do. */
final class UsageError extends Exception {

  private static final long serialVersionUID = 1L;

  UsageError(String message) {
    super(message);
  }
}
