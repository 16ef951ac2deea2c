package io.github.waserverless.cli;

import io.github.waserverless.rule.Rule;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that say which rules run.
 *
 * @param only the rules to run instead of the profile's
 */
record SelectionOptions(RunProfile profile, List<String> only, List<String> excluded) {

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

  static SelectionOptions of(ParseResult parsed) {
    return new SelectionOptions(
        parsed.matchedOptionValue("--profile", RunProfile.CORE),
        parsed.matchedOptionValue("--rule", List.of()),
        parsed.matchedOptionValue("--exclude-rule", List.of()));
  }

  List<Rule> rules() throws UsageError {
    return RuleCatalog.load().select(profile, only, excluded);
  }
}
