package io.github.waserverless.cli;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.report.Report;
import io.github.waserverless.report.View;
import io.github.waserverless.rule.Severity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that say what is reported, how and where.
 *
 * @param file where the report goes instead of the standard output
 */
record OutputOptions(
    Format format,
    Severity least,
    @Nullable Path file,
    @Nullable String category,
    ColorWhen color,
    boolean quiet,
    boolean statistics) {

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Specs.word(
            Specs.all(Format.class),
            "FORMAT",
            "The form of the report: %s (default: text).",
            "--format"));
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
    spec.addOption(Specs.flag("Say how many of the values in the templates are known.", "--stats"));
    spec.addOption(Specs.flag("Report the findings alone, without a summary.", "-q", "--quiet"));
    spec.addOption(
        Specs.word(
            Specs.all(ColorWhen.class),
            "WHEN",
            "Colour: %s (default: auto: on a terminal unless NO_COLOR is set).",
            "--color"));
  }

  static OutputOptions of(ParseResult parsed) {
    boolean notes =
        parsed.matchedOptionValue("--notes", false)
            || parsed.matchedOptionValue("--fail-on", FailOn.WARNING) == FailOn.NOTE;
    return new OutputOptions(
        parsed.matchedOptionValue("--format", Format.TEXT),
        notes ? Severity.NOTE : Severity.WARNING,
        parsed.<@Nullable Path>matchedOptionValue("--output", null),
        parsed.<@Nullable String>matchedOptionValue("--category", null),
        parsed.matchedOptionValue("--color", ColorWhen.AUTO),
        parsed.matchedOptionValue("--quiet", false),
        parsed.matchedOptionValue("--stats", false));
  }

  /** Whether the report itself says what could not be read. */
  boolean reportsNotices() {
    return format == Format.JSON || format == Format.SARIF || (format == Format.TEXT && !quiet);
  }

  void write(Analysis analysis, RunFacts run, Environment environment, PrintStream out)
      throws UsageError, IOException {
    View view = new View(analysis, least, !quiet, statistics);
    StringBuilder text = new StringBuilder();
    Supplier<Report> sarif = () -> SarifFormat.report(run, category, environment);
    format.report(isColored(environment), sarif).write(view, text);
    if (file == null) {
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
    } else {
      OutputFile.write(file, text.toString());
    }
  }

  private boolean isColored(Environment environment) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> file == null && environment.allowsColor();
    };
  }
}
