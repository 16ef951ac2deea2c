package io.github.waserverless.app;

/** How a function and the Java sources fit together. */
public enum Binding {
  /** The class and the method that Lambda calls are in the sources. */
  BOUND(true),
  /** The class is in the sources, but the method is a library's that it extends. */
  INHERITED_FROM_LIBRARY(true),
  /** The handler is a library's class; {@code entry} is the application's own, when it is clear. */
  LIBRARY(true),
  /** The class is written in Kotlin, Scala or Groovy. */
  OTHER_LANGUAGE(false),
  /** Several modules have the class, and nothing tells which of them is deployed. */
  AMBIGUOUS(true),
  /** The sources do not have the class. */
  NO_CLASS(true),
  /** The class does not have a method that Lambda could call. */
  NO_METHOD(true),
  /** There are no Java sources where the code of the function is. */
  NO_SOURCES(false),
  /** What the handler is only deployment decides. */
  UNKNOWN(false),
  /** No template deploys the handler. */
  NO_FUNCTION(true);

  private final boolean bindable;

  Binding(boolean bindable) {
    this.bindable = bindable;
  }

  /** Whether template and sources tell what the handler is. */
  public boolean isBindable() {
    return bindable;
  }
}
