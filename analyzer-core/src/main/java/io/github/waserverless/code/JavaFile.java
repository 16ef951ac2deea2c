package io.github.waserverless.code;

import io.github.waserverless.source.Location;
import java.util.List;

/**
 * A Java source file.
 *
 * @param file its path as reported
 * @param packageName its package; empty for the default package
 */
public record JavaFile(
    String file, String packageName, List<Import> imports, List<JavaClass> classes) {

  /**
   * An import.
   *
   * @param name the qualified name; of a package or class when {@code wildcard}
   */
  public record Import(String name, boolean isStatic, boolean wildcard, Location location) {

    /** The name after the last dot. */
    public String simpleName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }
}
