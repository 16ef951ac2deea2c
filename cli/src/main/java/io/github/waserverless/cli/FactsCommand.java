package io.github.waserverless.cli;

import io.github.waserverless.configuration.Configuration;
import io.github.waserverless.configuration.ProjectCheck;
import io.github.waserverless.configuration.Request.Reported;
import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.Facts;
import io.github.waserverless.engine.Progress;
import io.github.waserverless.output.Format;
import io.github.waserverless.report.FactsJson;
import io.github.waserverless.report.FactsText;
import io.github.waserverless.source.Notice;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code facts}: shows what is known about applications, without judging it. */
final class FactsCommand implements Callable<Integer> {

  private final CommandSpec spec =
      Specs.command(
          this,
          "facts",
          "Show what is known: functions, what triggers them, their handlers and what these call.");

  private final PrintStream out;
  private final PrintStream err;
  private final Environment environment;

  FactsCommand(PrintStream out, PrintStream err, Environment environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  CommandSpec spec() {
    ProjectOptions.addTo(spec);
    spec.addOption(
        Specs.word(
            List.of(Format.TEXT, Format.JSON),
            "FORMAT",
            "The form of the facts: %s (default: text).",
            "--format"));
    spec.addOption(Specs.flag("Show the stack trace of an internal error.", "--debug"));
    spec.addOption(Specs.help());
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    ParseResult parsed = spec.commandLine().getParseResult();
    RuleCatalog catalog = RuleCatalog.load(FactsCommand.class.getClassLoader());
    Configuration project = ProjectOptions.configuration(parsed, catalog);
    ProjectCheck check =
        ProjectOptions.check(parsed, project, catalog, Reported.ALL, environment.today());
    Facts facts = check.facts(Progress.NONE);
    StringBuilder text = new StringBuilder();
    if (parsed.matchedOptionValue("--format", Format.TEXT) == Format.JSON) {
      FactsJson.write(facts, text);
    } else {
      FactsText.write(facts, text);
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    for (Analysis.Fault fault : facts.faults()) {
      Main.fault(err, fault.during(), fault.cause(), parsed.hasMatchedOption("--debug"));
    }
    return exitCode(facts);
  }

  private static int exitCode(Facts facts) {
    if (!facts.faults().isEmpty()) {
      return ExitCode.INTERNAL;
    }
    boolean unreadable = facts.notices().stream().anyMatch(n -> n.kind() == Notice.Kind.UNREADABLE);
    return unreadable ? ExitCode.UNREADABLE : ExitCode.CLEAN;
  }
}
