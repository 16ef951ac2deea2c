package io.github.waserverless.code;

import io.github.waserverless.source.Location;
import java.util.Map;

/** An annotation; an argument without a name stands under Java's name for it, "value". */
public record JavaAnnotation(String name, Map<String, Expression> values, Location location) {

  /** The name after the last dot. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
