package io.github.waserverless.cli;

/** The version of the tool. */
final class Version {

  private Version() {}

  /** As the jar's manifest says it; classes that no jar holds have none yet. */
  static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
