package io.github.waserverless.cli;

import io.github.waserverless.app.RuleData;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.Progress;
import io.github.waserverless.engine.Run;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.source.Notice;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code check}: reads templates and reports what is wrong with them. */
final class CheckCommand implements Callable<Integer> {

  private final CommandSpec spec;
  private final PrintStream out;
  private final PrintStream err;
  private final Environment environment;

  CheckCommand(PrintStream out, PrintStream err, Environment environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
    this.spec = Specs.command(this, "check", "Check CloudFormation and SAM templates.");
  }

  CommandSpec spec() {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .arity("0..*")
            .description(
                "Templates, and folders that are searched for them (default: this folder)."
                    + " Folders of tests are searched only when they are named.")
            .build());
    OutputOptions.addTo(spec);
    spec.addOption(
        Specs.word(
            Specs.all(FailOn.class),
            "SEVERITY",
            "Which findings make the exit code 1: %s (default: warning); note shows notes too.",
            "--fail-on"));
    SelectionOptions.addTo(spec);
    InputOptions.addTo(spec);
    spec.addOption(Specs.flag("Show the stack trace of an internal error.", "--debug"));
    spec.addOption(Specs.help());
    spec.usageMessage().footer(ExitCode.HELP);
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    Instant start = Instant.now();
    ParseResult parsed = spec.commandLine().getParseResult();
    OutputOptions output = OutputOptions.of(parsed);
    InputOptions input = InputOptions.of(parsed);
    RuleData data = input.data(environment.today());
    List<Rule> rules = SelectionOptions.of(parsed).rules();
    Run run = new Run(rules, data, input.parameters());
    List<Path> paths = parsed.matchedPositionalValue(0, List.of(Path.of(".")));
    Analysis analysis = analyze(run, paths, environment.errIsTerminal() && !output.quiet());
    int code = exitCode(analysis, parsed.matchedOptionValue("--fail-on", FailOn.WARNING));
    output.write(analysis, facts(rules, paths, code, start, output), environment, out);
    tell(analysis, output);
    if (!output.quiet()) {
      for (String table : Tables.outdated(data)) {
        Main.tell(err, "the table " + table + " is more than a year old: a newer release has news");
      }
    }
    for (Analysis.Fault fault : analysis.faults()) {
      Main.fault(err, fault.during(), fault.cause(), parsed.hasMatchedOption("--debug"));
    }
    return code;
  }

  private RunFacts facts(
      List<Rule> rules, List<Path> paths, int code, Instant start, OutputOptions output) {
    return new RunFacts(
        rules,
        paths,
        code,
        environment.isReproducible() ? Optional.empty() : Optional.of(start),
        Optional.ofNullable(output.category()));
  }

  private Analysis analyze(Run run, List<Path> paths, boolean watched) {
    if (!watched) {
      return run.analyze(paths, Progress.NONE);
    }
    try (ProgressLine line = new ProgressLine(err)) {
      return run.analyze(paths, line);
    }
  }

  /** That input was not judged is said even where the report has no place for it. */
  private void tell(Analysis analysis, OutputOptions output) {
    for (Notice notice : output.reportsNotices() ? List.<Notice>of() : analysis.notices()) {
      if (notice.kind() == Notice.Kind.UNREADABLE) {
        Main.tell(err, notice.location() + ": " + notice.message());
      }
    }
  }

  static int exitCode(Analysis analysis, FailOn failOn) {
    if (!analysis.faults().isEmpty()) {
      return ExitCode.INTERNAL;
    }
    if (analysis.hasUnreadableInput()) {
      return ExitCode.UNREADABLE;
    }
    return failOn.failsOn(analysis) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
