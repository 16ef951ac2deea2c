package io.github.waserverless.cli;

import io.github.waserverless.configuration.SourceDate;
import io.github.waserverless.engine.InvalidInput;
import java.io.Console;
import java.time.LocalDate;
import java.util.Map;

/**
 * What surrounds a call of the command.
 *
 * @param variables the environment variables
 * @param outIsTerminal whether a person reads the standard output as it comes
 * @param errIsTerminal whether a person reads the standard error as it comes
 */
record Environment(Map<String, String> variables, boolean outIsTerminal, boolean errIsTerminal) {

  /** What the launcher knows and Java does not: which streams are terminals. */
  private static final String TERMINALS = "WA_SERVERLESS_TERMINALS";

  /** The environment of this process. */
  @SuppressWarnings("SystemConsoleNull") // the property makes it null where there is none
  static Environment ofProcess() {
    Map<String, String> variables = System.getenv();
    String terminals = variables.get(TERMINALS);
    if (terminals != null) {
      return new Environment(variables, terminals.contains("out"), terminals.contains("err"));
    }
    // Without it, Java 22 to 24 have a console that is none.
    System.setProperty("jdk.console", "java.base");
    Console console = System.console();
    return new Environment(variables, console != null, console != null);
  }

  /** Whether the terminal, if it is one, may be written to in colour. */
  boolean allowsColor() {
    return outIsTerminal
        && variables.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(variables.get("TERM"));
  }

  /** The day of the run. */
  LocalDate today() throws InvalidInput {
    return SourceDate.in(variables).today();
  }

  /** Whether a run on the same input must always write the same bytes, whenever and wherever. */
  boolean isReproducible() {
    return SourceDate.in(variables).isFixed();
  }
}
