package io.github.waserverless.cli;

import io.github.waserverless.configuration.Configuration;
import io.github.waserverless.configuration.FailOn;
import io.github.waserverless.configuration.ProjectCheck;
import io.github.waserverless.configuration.Request.Reported;
import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.engine.Progress;
import io.github.waserverless.engine.Tables;
import io.github.waserverless.output.RunFacts;
import io.github.waserverless.output.Version;
import io.github.waserverless.report.Advice;
import io.github.waserverless.source.Notice;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code check}: reads templates and reports what is wrong with them. */
final class CheckCommand implements Callable<Integer> {

  private static final String[] HELP = {
    "",
    "Files:",
    "  .wa-serverless.yaml           what the project says; found at or above what is checked",
    "  .wa-serverless-baseline.json  known findings; written by wa-serverless baseline",
    "  .gitignore                    what it names is not searched",
    "",
    "Environment:",
    "  NO_COLOR           no colour, whatever it is set to",
    "  SOURCE_DATE_EPOCH  the time of the run: the same input gives the same bytes",
    "  JAVA_HOME          the Java that runs this; 17 or newer",
    "",
    "Examples:",
    "  wa-serverless check infra/template.yaml --parameter Stage=prod",
    "  wa-serverless check --format text --format sarif=report.sarif",
    "  wa-serverless check --changed=origin/main --fail-on error"
  };

  private final CommandSpec spec;
  private final PrintStream out;
  private final PrintStream err;
  private final Environment environment;
  private final Supplier<RuleCatalog> rules;

  CheckCommand(
      PrintStream out, PrintStream err, Environment environment, Supplier<RuleCatalog> rules) {
    this.rules = rules;
    this.out = out;
    this.err = err;
    this.environment = environment;
    this.spec =
        Specs.command(
            this,
            "check",
            "Check CloudFormation and SAM templates, and the Java code of their functions.");
  }

  CommandSpec spec() {
    ProjectOptions.addTo(spec);
    OutputOptions.addTo(spec);
    spec.addOption(
        Specs.word(
            Specs.all(FailOn.class),
            "SEVERITY",
            "Which findings make the exit code 1: %s (default: warning); note shows notes too.",
            "--fail-on"));
    SelectionOptions.addTo(spec);
    ReportedOptions.addTo(spec);
    spec.addOption(Specs.flag("Show the stack trace of an internal error.", "--debug"));
    spec.addOption(Specs.help());
    spec.usageMessage()
        .customSynopsis("wa-serverless check [OPTION]... [PATH]...")
        .footer(Stream.of(ExitCode.HELP, HELP).flatMap(Stream::of).toArray(String[]::new));
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    Instant start = Instant.now();
    ParseResult parsed = spec.commandLine().getParseResult();
    RuleCatalog catalog = rules.get();
    Configuration project = ProjectOptions.configuration(parsed, catalog);
    Reported reported = ReportedOptions.of(parsed);
    ProjectCheck check =
        ProjectOptions.check(parsed, project, catalog, reported, environment.today());
    FailOn failOn = failOn(parsed, project);
    OutputOptions output = OutputOptions.of(parsed, failOn);
    Analysis analysis = analyze(check, output);
    int code = exitCode(analysis, failOn);
    output.write(analysis, facts(check, code, start, output), environment, out);
    tell(analysis, output);
    if (!output.quiet()) {
      for (String table : Tables.outdated(check.data())) {
        Main.tell(err, "the table " + table + " is more than a year old: a newer release has news");
      }
    }
    for (Analysis.Fault fault : analysis.faults()) {
      Main.fault(err, fault.during(), fault.cause(), parsed.hasMatchedOption("--debug"));
    }
    return code;
  }

  private static FailOn failOn(ParseResult parsed, Configuration project) {
    return parsed.matchedOptionValue(
        "--fail-on", project.reporting().failOn().orElse(FailOn.WARNING));
  }

  private RunFacts facts(ProjectCheck check, int code, Instant start, OutputOptions output)
      throws InvalidInput {
    return new RunFacts(
        Version.of(CheckCommand.class),
        check.rules(),
        check.search().paths(),
        code,
        environment.isReproducible() ? Optional.empty() : Optional.of(start),
        Optional.ofNullable(output.category()),
        output.suppressed(),
        output.known(),
        Advice.OF_COMMAND);
  }

  private Analysis analyze(ProjectCheck check, OutputOptions output) throws InvalidInput {
    if (output.quiet() || !environment.errIsTerminal()) {
      return check.analyze(Progress.NONE, output.statistics());
    }
    try (ProgressLine line = new ProgressLine(err)) {
      return check.analyze(line, output.statistics());
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
