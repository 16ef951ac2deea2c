package io.github.waserverless.assembly;

import io.github.waserverless.code.TypeName;
import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.source.Location;
import java.util.Optional;

/**
 * A place in Java code where a construct is created.
 *
 * @param id its construct id; empty where it is computed
 * @param type its type, resolved
 * @param owner the class whose code creates it
 * @param parent what it is created in
 */
record ConstructSite(
    Optional<String> id, TypeName type, SourceClass owner, Parent parent, Location location) {

  /** What a construct is created in. */
  sealed interface Parent {

    /** The construct whose class the code is in. */
    record Itself() implements Parent {}

    /** What a variable or field of the class holds. */
    record Held(String variable) implements Parent {}

    /** Something else. */
    record Unknown() implements Parent {}
  }
}
