package io.github.waserverless.configuration;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The keys of a configuration file. */
enum Key {
  PROFILE("Which rules run: core or strict."),
  RULES(
      "Rules by id or name: on, off, the severity of their findings, or a map with severity and"
          + " the options of the rule."),
  PARAMETERS("Values of template parameters instead of their defaults."),
  PARAMETER_FILES("Files with values of template parameters, as the AWS tools write them."),
  ENVIRONMENTS(
      "Sets of parameter values by name. The templates are checked with each; findings of only"
          + " some environments say of which."),
  INCLUDE(
      "Files and folders that are checked when none is named; * stands for part of a name, ** for"
          + " any folders."),
  EXCLUDE("Patterns as in .gitignore for files that are not read in folders."),
  IGNORE("Findings that are not reported, by files and rules, each with the reason."),
  BASELINE("The file that holds the findings which are known: only new ones are reported."),
  FAIL_ON("From which severity on findings make the exit code 1."),
  HONOUR_PEER_SUPPRESSIONS(
      "Whether suppressions made for Checkov, cfn_nag, cfn-lint, cdk-nag, cfn-guard and Sonar count"
          + " for the rules that look for the same."),
  RUNTIME_DATA("A newer table of Lambda runtimes than the one that is shipped.");

  static final String PATHS = "paths";
  static final String RULES_OF_IGNORE = "rules";
  static final String REASON = "reason";

  private final String description;

  Key(String description) {
    this.description = description;
  }

  /** What it says, in one sentence. */
  String description() {
    return description;
  }

  /** As it is written. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Key of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  static List<String> words() {
    return Stream.of(values()).map(Key::word).toList();
  }

  /** What is said of one environment. */
  static List<String> ofEnvironment() {
    return List.of(PARAMETERS.word(), PARAMETER_FILES.word());
  }

  /** What an entry of {@code ignore} says. */
  static List<String> ofIgnore() {
    return List.of(PATHS, RULES_OF_IGNORE, REASON);
  }
}
