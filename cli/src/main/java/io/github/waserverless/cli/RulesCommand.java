package io.github.waserverless.cli;

import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.configuration.RunProfile;
import io.github.waserverless.output.Format;
import io.github.waserverless.report.RuleList;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rules}: lists the rules. */
final class RulesCommand implements Callable<Integer> {

  private final CommandSpec spec = Specs.command(this, "rules", "List the rules.");
  private final PrintStream out;

  RulesCommand(PrintStream out) {
    this.out = out;
  }

  CommandSpec spec() {
    spec.addOption(
        Specs.word(
            List.of(Format.TEXT, Format.JSON),
            "FORMAT",
            "The form of the list: %s (default: text).",
            "--format"));
    spec.addOption(
        Specs.word(
            Specs.all(RunProfile.class),
            "PROFILE",
            "Only the rules that this profile runs: %s.",
            "--profile"));
    spec.addOption(Specs.help());
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    ParseResult parsed = spec.commandLine().getParseResult();
    RunProfile profile = parsed.<@Nullable RunProfile>matchedOptionValue("--profile", null);
    List<RuleInfo> rules =
        RuleCatalog.load(RulesCommand.class.getClassLoader()).rules().stream()
            .filter(rule -> profile == null || profile.runs(rule))
            .map(Rule::info)
            .toList();
    StringBuilder text = new StringBuilder();
    if (parsed.matchedOptionValue("--format", Format.TEXT) == Format.JSON) {
      RuleList.writeJson(rules, text);
    } else {
      RuleList.writeText(rules, text);
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    return ExitCode.CLEAN;
  }
}
