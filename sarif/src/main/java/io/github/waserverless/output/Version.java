package io.github.waserverless.output;

/** The version of the tool. */
public final class Version {

  private Version() {}

  /** As the manifest of the caller's jar says it; classes that no jar holds have none yet. */
  public static String of(Class<?> caller) {
    String version = caller.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
