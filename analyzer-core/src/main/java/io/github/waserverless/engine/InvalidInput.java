package io.github.waserverless.engine;

import java.util.List;

/** A file that a user named for a run cannot serve as such; the messages say why. */
public final class InvalidInput extends Exception {

  private static final long serialVersionUID = 1L;

  private final List<String> messages;

  /** Input with one thing wrong. */
  public InvalidInput(String message) {
    this(List.of(message));
  }

  /**
   * Input with several things wrong.
   *
   * @param messages one sentence each, at least one
   */
  public InvalidInput(List<String> messages) {
    super(messages.get(0));
    this.messages = List.copyOf(messages);
  }

  /** What is wrong, one sentence each. */
  public List<String> messages() {
    return messages;
  }
}
