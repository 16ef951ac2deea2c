package io.github.waserverless.cli;

import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.output.Version;
import java.io.PrintStream;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** {@code wa-serverless}: what to do is a subcommand's. */
final class RootCommand implements Runnable {

  private static final String NAME = "wa-serverless";
  private static final String CHECK = "check";

  private final CommandSpec spec =
      Specs.command(
          this, NAME, "Checks serverless applications against the AWS Well-Architected Framework.");

  /** The command line of all subcommands. */
  static CommandLine line(PrintStream out, PrintStream err, Environment environment) {
    CommandSpec spec = new RootCommand().spec();
    CommandSpec check =
        new CheckCommand(
                out, err, environment, () -> RuleCatalog.load(RootCommand.class.getClassLoader()))
            .spec();
    spec.addSubcommand(CHECK, new CommandLine(check));
    spec.addSubcommand("facts", new CommandLine(new FactsCommand(out, err, environment).spec()));
    spec.addSubcommand("rules", new CommandLine(new RulesCommand(out).spec()));
    spec.addSubcommand("explain", new CommandLine(new ExplainCommand(out).spec()));
    CommandSpec baseline = new BaselineCommand(out, err, environment).spec();
    spec.addSubcommand("baseline", new CommandLine(baseline));
    spec.addSubcommand("init", new CommandLine(new InitCommand(out, environment).spec()));
    spec.addSubcommand("schema", new CommandLine(new SchemaCommand(out).spec()));
    spec.addSubcommand("generate-completion", new CommandLine(new GenerateCompletion()));
    return new CommandLine(spec);
  }

  /** Whether the command that must start fast is called. */
  static boolean isCheck(String[] args) {
    return args.length > 0 && args[0].equals(CHECK);
  }

  /** The command line of {@code check}, which takes what follows that word. */
  static CommandLine check(PrintStream out, PrintStream err, Environment environment) {
    HeadStart start = HeadStart.begin();
    return new CommandLine(
        new CheckCommand(out, err, environment, start::catalog).spec().name(NAME + " " + CHECK));
  }

  private CommandSpec spec() {
    spec.version(NAME + " " + Version.of(RootCommand.class));
    spec.addOption(Specs.help());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .type(boolean.class)
            .arity("0")
            .versionHelp(true)
            .description("Show the version.")
            .build());
    spec.usageMessage()
        .synopsisSubcommandLabel("COMMAND")
        .footer(
            "",
            "Exit codes: 0 nothing, 1 findings, 2 wrong usage, 3 unreadable input, 4 internal"
                + " error",
            "Start with: wa-serverless check");
    return spec;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing: wa-serverless check [PATH...]");
  }
}
