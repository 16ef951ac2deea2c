package io.github.waserverless.fuzz;

import io.github.waserverless.parse.YamlReader;

/** Drives the reader of YAML. */
public final class YamlTarget {

  private YamlTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Text.of("template.yaml", input).ifPresent(file -> TreeInput.check(file, YamlReader.read(file)));
  }
}
