package io.github.waserverless.fuzz;

import io.github.waserverless.parse.JsonReader;

/** Drives the reader of JSON, and of what may be either. */
public final class JsonTarget {

  private JsonTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Text.of("template.json", input)
        .ifPresent(file -> TreeInput.check(file, JsonReader.read(file)));
  }
}
