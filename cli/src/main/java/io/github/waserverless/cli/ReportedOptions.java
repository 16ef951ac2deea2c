package io.github.waserverless.cli;

import io.github.waserverless.configuration.Request.Reported;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say which findings are reported. */
final class ReportedOptions {

  private static final String CHANGED = "--changed";
  private static final String LAST_COMMIT = "HEAD";

  private ReportedOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Specs.one(
            Path.class,
            "FILE",
            "Report only findings that this baseline does not hold, and what of it is gone; a SARIF"
                + " report of an earlier run will do.",
            "--baseline"));
    spec.addOption(
        Specs.flag("Report all findings, whatever the configuration says.", "--no-baseline"));
    spec.addOption(
        Specs.one(
            String.class,
            "[COMMIT]",
            "Report only findings that concern files changed since this branch left a commit,"
                + " branch or tag (default: since the last commit), although all is read.",
            CHANGED));
    spec.addOption(
        Specs.flag("Read the whole project, and report what concerns the PATHs.", "--in-context"));
    spec.addOption(
        Specs.flag(
            "Heed what Checkov, cfn_nag, cfn-lint, cdk-nag, cfn-guard and Sonar are told not to"
                + " report, for the rules that look for the same.",
            "--honour-peer-suppressions"));
  }

  static Reported of(ParseResult parsed) throws UsageError {
    Reported reported =
        new Reported(
            parsed.matchedOptionValue("--honour-peer-suppressions", false),
            Optional.ofNullable(parsed.<@Nullable Path>matchedOptionValue("--baseline", null)),
            parsed.matchedOptionValue("--no-baseline", false),
            Optional.ofNullable(parsed.<@Nullable String>matchedOptionValue(CHANGED, null)),
            parsed.matchedOptionValue("--in-context", false));
    if (reported.withKnown() && reported.baseline().isPresent()) {
      throw new UsageError("--baseline and --no-baseline exclude each other");
    }
    if (reported.inContext() && ProjectOptions.paths(parsed).isEmpty()) {
      throw new UsageError("--in-context needs the paths that findings are to concern");
    }
    return reported;
  }

  /**
   * The arguments with a commit behind each {@code --changed}: the parser would take a path that
   * follows for one.
   */
  static String[] complete(String[] arguments) {
    List<String> complete = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      boolean alone = arguments[i].equals(CHANGED);
      boolean named = alone && i + 1 < arguments.length && mayBeCommit(arguments[i + 1]);
      complete.add(alone && !named ? CHANGED + "=" + LAST_COMMIT : arguments[i]);
    }
    return complete.toArray(String[]::new);
  }

  private static boolean mayBeCommit(String argument) {
    return !argument.isEmpty() && !argument.startsWith("-") && !exists(argument);
  }

  private static boolean exists(String path) {
    try {
      return Files.exists(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
