package io.github.waserverless.cli;

import io.github.waserverless.configuration.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the arguments of a call, and what may have been meant. */
final class Misuse {

  private Misuse() {}

  static String inWords(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage());
    }
    String argument = unmatched.getUnmatched().get(0);
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    boolean isOption = argument.startsWith("-");
    List<String> known = new ArrayList<>(isOption ? List.of() : spec.subcommands().keySet());
    if (isOption) {
      spec.options().forEach(option -> known.add(option.longestName()));
    }
    return Nearest.within(2, argument, known)
        .map(near -> "unknown: " + argument + ": did you mean " + near + "?")
        .orElse(
            isOption || spec.parent() != null
                ? "unknown: " + argument
                : "there is no command %s: wa-serverless check %s checks a file or folder"
                    .formatted(argument, argument));
  }
}
