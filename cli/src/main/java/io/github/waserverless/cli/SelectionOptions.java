package io.github.waserverless.cli;

import io.github.waserverless.configuration.RuleSelection;
import io.github.waserverless.configuration.RunProfile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say which rules run. */
final class SelectionOptions {

  private SelectionOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Specs.word(
            Specs.all(RunProfile.class),
            "PROFILE",
            "Which rules run: %s (default: core).",
            "--profile"));
    spec.addOption(
        Specs.many(
            String.class, "RULE", "Run only this rule, by id or name; may be repeated.", "--rule"));
    spec.addOption(
        Specs.many(
            String.class, "RULE", "Do not run this rule; may be repeated.", "--exclude-rule"));
  }

  static RuleSelection of(ParseResult parsed) {
    return new RuleSelection(
        Optional.ofNullable(parsed.<@Nullable RunProfile>matchedOptionValue("--profile", null)),
        parsed.matchedOptionValue("--rule", List.of()),
        parsed.matchedOptionValue("--exclude-rule", List.of()));
  }
}
