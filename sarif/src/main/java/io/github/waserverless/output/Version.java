package io.github.waserverless.output;

/** The version of the tool. */
public final class Version {

  private Version() {}

  /** As the jar's manifest says it; classes that no jar holds have none yet. */
  public static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
