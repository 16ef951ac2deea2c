package io.github.waserverless.fuzz;

import io.github.waserverless.parse.JsonReader;
import io.github.waserverless.parse.TreeReader;
import io.github.waserverless.source.SourceFile;

/** Drives the reader of JSON, and of files that may be JSON or YAML. */
public final class JsonTarget {

  private JsonTarget() {}

  /** One input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Text.of("template.yaml", input).ifPresent(JsonTarget::check);
  }

  private static void check(SourceFile file) {
    TreeInput.check(file, JsonReader.read(file));
    TreeInput.check(file, TreeReader.read(file));
  }
}
