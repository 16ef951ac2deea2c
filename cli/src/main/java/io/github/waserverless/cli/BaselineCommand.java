package io.github.waserverless.cli;

import io.github.waserverless.configuration.Configuration;
import io.github.waserverless.configuration.FailOn;
import io.github.waserverless.configuration.ProjectCheck;
import io.github.waserverless.configuration.Request.Reported;
import io.github.waserverless.configuration.RuleCatalog;
import io.github.waserverless.delta.Baseline;
import io.github.waserverless.delta.BaselineFile;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.Progress;
import io.github.waserverless.engine.SourceRoot;
import io.github.waserverless.output.OutputFile;
import io.github.waserverless.source.Notice;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code baseline}: writes down today's findings. */
final class BaselineCommand implements Callable<Integer> {

  private final CommandSpec spec =
      Specs.command(
          this,
          "baseline",
          "Write down today's findings, so that check reports only what comes on top.");
  private final PrintStream out;
  private final PrintStream err;
  private final Environment environment;

  BaselineCommand(PrintStream out, PrintStream err, Environment environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  CommandSpec spec() {
    ProjectOptions.addTo(spec);
    SelectionOptions.addTo(spec);
    spec.addOption(
        Specs.one(
            Path.class,
            "FILE",
            "Where to write (default: the configuration's baseline, or " + BaselineFile.NAME + ").",
            "-o",
            "--output"));
    spec.addOption(Specs.flag("Show the stack trace of an internal error.", "--debug"));
    spec.addOption(Specs.help());
    spec.usageMessage()
        .footer(
            "",
            "Exit codes are those of check; findings alone make 0.",
            "Then: wa-serverless check --baseline " + BaselineFile.NAME);
    return spec;
  }

  @Override
  public Integer call() throws Exception {
    ParseResult parsed = spec.commandLine().getParseResult();
    RuleCatalog catalog = RuleCatalog.load(BaselineCommand.class.getClassLoader());
    Configuration project = ProjectOptions.configuration(parsed, catalog);
    Reported all = new Reported(false, Optional.empty(), true, Optional.empty(), false);
    ProjectCheck check = ProjectOptions.check(parsed, project, catalog, all, environment.today());
    Analysis analysis = check.analyze(Progress.NONE);
    for (Notice notice : analysis.notices()) {
      if (notice.kind() == Notice.Kind.UNREADABLE) {
        Main.tell(err, notice.location() + ": " + notice.message());
      }
    }
    for (Analysis.Fault fault : analysis.faults()) {
      Main.fault(err, fault.during(), fault.cause(), parsed.hasMatchedOption("--debug"));
    }
    write(analysis, check, file(parsed, project));
    return CheckCommand.exitCode(analysis, FailOn.NEVER);
  }

  private void write(Analysis analysis, ProjectCheck check, Path file) throws Exception {
    Baseline baseline = Baseline.of(analysis, SourceRoot.of(check.search().paths()));
    StringBuilder text = new StringBuilder();
    BaselineFile.write(baseline, text);
    OutputFile.write(file, text.toString());
    int number = baseline.findings().size();
    String told = "wrote %s finding%s to %s\n".formatted(number, number == 1 ? "" : "s", file);
    out.write(told.getBytes(StandardCharsets.UTF_8));
  }

  private static Path file(ParseResult parsed, Configuration project) {
    return Optional.ofNullable(parsed.<@Nullable Path>matchedOptionValue("--output", null))
        .or(() -> project.reporting().baseline())
        .orElse(project.folder().resolve(BaselineFile.NAME));
  }
}
