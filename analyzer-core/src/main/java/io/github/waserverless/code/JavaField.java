package io.github.waserverless.code;

import io.github.waserverless.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A field, a record's component or an enum's constant. */
public record JavaField(
    TypeName type,
    String name,
    Set<String> modifiers,
    List<JavaAnnotation> annotations,
    Optional<Expression> value,
    Location location) {

  /** Whether all instances share it. */
  public boolean isStatic() {
    return modifiers.contains("static");
  }

  /** Whether it is assigned once. */
  public boolean isFinal() {
    return modifiers.contains("final");
  }
}
