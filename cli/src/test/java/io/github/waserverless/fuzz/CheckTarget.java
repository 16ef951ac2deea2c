package io.github.waserverless.fuzz;

/** Drives the whole of {@code check}, over a template and what else the input has. */
public final class CheckTarget {

  private CheckTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    WholeCheck.of(Archive.of(input, "template.yaml"));
  }
}
