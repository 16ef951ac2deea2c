package io.github.waserverless.cli;

import io.github.waserverless.configuration.FailOn;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.output.Format;
import io.github.waserverless.output.OutputFile;
import io.github.waserverless.output.ReportText;
import io.github.waserverless.output.RunFacts;
import io.github.waserverless.report.View;
import io.github.waserverless.rule.Severity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that say what is reported, how and where. */
record OutputOptions(
    List<Output> outputs,
    Severity least,
    @Nullable String category,
    boolean suppressed,
    boolean known,
    ColorWhen color,
    boolean quiet,
    boolean statistics) {

  static void addTo(CommandSpec spec) {
    spec.addOption(format());
    spec.addOption(Specs.flag("Show notes too.", "--notes"));
    spec.addOption(
        Specs.one(
            Path.class,
            "FILE",
            "Write the report to a file; compressed if it ends with .gz.",
            "-o",
            "--output"));
    spec.addOption(
        Specs.one(
            String.class,
            "NAME",
            "What tells this analysis from others of the same commit, for SARIF.",
            "--category"));
    spec.addOption(Specs.flag("Put what is suppressed into SARIF too.", "--include-suppressed"));
    spec.addOption(
        Specs.flag("Put what the baseline holds into SARIF too, as unchanged.", "--include-known"));
    spec.addOption(Specs.flag("Say how many of the values in the templates are known.", "--stats"));
    spec.addOption(Specs.flag("Report the findings alone, without a summary.", "-q", "--quiet"));
    spec.addOption(
        Specs.word(
            Specs.all(ColorWhen.class),
            "WHEN",
            "Colour: %s (default: auto: on a terminal unless NO_COLOR is set).",
            "--color"));
  }

  private static OptionSpec format() {
    return OptionSpec.builder("--format")
        .type(List.class)
        .auxiliaryTypes(Output.class)
        .arity("1")
        .paramLabel("FORMAT[=FILE]")
        .description(
            "The form of the report: "
                + Specs.listed(Output.formats())
                + " (default: text); may be repeated, all but one with a file.")
        .completionCandidates(Specs.words(Output.formats()))
        .converters(Output::parse)
        .build();
  }

  /**
   * The options of a call.
   *
   * @param failOn what fails is shown
   */
  static OutputOptions of(ParseResult parsed, FailOn failOn) throws UsageError {
    boolean notes = parsed.matchedOptionValue("--notes", false) || failOn == FailOn.NOTE;
    return new OutputOptions(
        outputs(
            parsed.matchedOptionValue("--format", List.of(new Output(Format.TEXT, null))),
            parsed.<@Nullable Path>matchedOptionValue("--output", null)),
        notes ? Severity.NOTE : Severity.WARNING,
        parsed.<@Nullable String>matchedOptionValue("--category", null),
        parsed.matchedOptionValue("--include-suppressed", false),
        parsed.matchedOptionValue("--include-known", false),
        parsed.matchedOptionValue("--color", ColorWhen.AUTO),
        parsed.matchedOptionValue("--quiet", false),
        parsed.matchedOptionValue("--stats", false));
  }

  /** One report at most has no file of its own: it goes to that of {@code --output}, if any. */
  private static List<Output> outputs(List<Output> asked, @Nullable Path file) throws UsageError {
    List<Output> outputs = new ArrayList<>();
    int shared = 0;
    for (Output output : asked) {
      shared += output.file() == null ? 1 : 0;
      outputs.add(output.file() == null ? new Output(output.format(), file) : output);
    }
    if (shared > 1) {
      throw new UsageError(
          "several reports need files of their own: --format text --format sarif=report.sarif");
    }
    if (shared == 0 && file != null) {
      throw new UsageError("--output " + file + " has no report: each --format names its own file");
    }
    return List.copyOf(outputs);
  }

  /** Whether what appears on the screen says what could not be read. */
  boolean reportsNotices() {
    return outputs.stream().anyMatch(o -> o.file() == null && o.format().reportsNotices(quiet));
  }

  void write(Analysis analysis, RunFacts run, Environment environment, PrintStream out)
      throws InvalidInput, IOException {
    View view = new View(analysis, least, !quiet, statistics);
    for (Output output : outputs) {
      ReportText text = new ReportText();
      boolean colored = isColored(output, environment);
      output.format().report(colored, run).write(view, text);
      if (output.file() == null) {
        text.writeTo(out);
        out.flush();
      } else {
        OutputFile.write(output.file(), text);
      }
    }
  }

  private boolean isColored(Output output, Environment environment) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> output.file() == null && environment.allowsColor();
    };
  }
}
