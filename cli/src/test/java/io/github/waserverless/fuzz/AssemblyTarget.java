package io.github.waserverless.fuzz;

/** Drives the reader of cloud assemblies: a manifest, and what it names. */
public final class AssemblyTarget {

  private AssemblyTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    WholeCheck.of(Archive.of(input, "manifest.json"), "--no-config");
  }
}
