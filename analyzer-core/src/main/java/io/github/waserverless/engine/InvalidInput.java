package io.github.waserverless.engine;

/** A file that a user gave for a run does not say what it should; the message says why. */
public final class InvalidInput extends Exception {

  private static final long serialVersionUID = 1L;

  InvalidInput(String message) {
    super(message);
  }
}
