package io.github.waserverless.template;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;

/** Reads the document that a property names: {@code DefinitionUri: ./openapi.yaml}. */
public final class LocalDocument {

  private LocalDocument() {}

  /**
   * The document at a path beside the template; absent where no path is written, not known where it
   * is not a local one that can be read.
   */
  public static Setting at(Setting path) {
    return new Setting(
        path.scope(),
        path.cases().stream()
            .map(c -> c.with(read(c.value(), path.scope(), path.place())))
            .toList(),
        path.place());
  }

  private static Value read(Value path, Scope scope, Location place) {
    if (Reading.isAbsent(path)) {
      return path;
    }
    Value unknown = new Intrinsic("Unknown", Scalar.text("", place), place);
    return path instanceof Scalar text ? scope.documents().inFile(text).orElse(unknown) : unknown;
  }
}
