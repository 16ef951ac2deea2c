package io.github.waserverless.sarif;

/**
 * How much a log may hold.
 *
 * @param results findings of a run
 * @param locations related locations of a result
 * @param steps locations of a thread flow
 * @param notifications notifications of a run
 * @param bytes size of the log when compressed
 */
record Limits(int results, int locations, int steps, int notifications, int bytes) {

  /**
   * What GitHub takes or shows. Source: GitHub documentation, "SARIF support for code scanning",
   * "Validating your SARIF file". It takes 1,000 related locations and shows 100 of them; it takes
   * 10,000 steps and shows 1,000. Its limit of 10 MB is kept with some room, and it has none for
   * notifications.
   */
  static final Limits GITHUB = new Limits(25_000, 100, 1_000, 1_000, 9_500_000);
}
