package io.github.waserverless.cli;

/** What the exit code of a call means. */
final class ExitCode {

  static final int CLEAN = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;
  static final int UNREADABLE = 3;
  static final int INTERNAL = 4;

  /** As the help of {@code check} tells it: whoever reads 0 or 1 knows that all was judged. */
  static final String[] HELP = {
    "",
    "Exit codes:",
    "  0  no finding at or above the --fail-on severity",
    "  1  findings",
    "  2  the command was called wrongly, or what it writes cannot be written",
    "  3  some input could not be read; findings in the rest are reported",
    "  4  an error inside of wa-serverless; findings of the rest are reported",
    "When several apply: 4 before 3 before 1."
  };

  private ExitCode() {}
}
