package io.github.waserverless.cli;

import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RulePage;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code explain}: prints the page of a rule. */
final class ExplainCommand implements Callable<Integer> {

  private final CommandSpec spec =
      Specs.command(this, "explain", "Say why a rule matters, what is wrong and what is right.");
  private final PrintStream out;

  ExplainCommand(PrintStream out) {
    this.out = out;
  }

  CommandSpec spec() {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RULE")
            .type(String.class)
            .arity("1")
            .required(true)
            .description("The id or name of a rule.")
            .build());
    spec.addOption(Specs.help());
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    String name = spec.commandLine().getParseResult().matchedPositionalValue(0, "");
    RuleCatalog catalog = RuleCatalog.load(ExplainCommand.class.getClassLoader());
    Rule rule = catalog.rule(name).orElseThrow(() -> new UsageError(catalog.unknown(name)));
    String page = RulePage.of(rule);
    out.write(page.getBytes(StandardCharsets.UTF_8));
    return ExitCode.CLEAN;
  }
}
