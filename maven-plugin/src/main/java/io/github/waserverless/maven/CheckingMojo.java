package io.github.waserverless.maven;

import io.github.waserverless.configuration.FailOn;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.output.Format;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that report findings can be told. */
abstract class CheckingMojo extends AnalysisMojo {

  /**
   * Which findings fail the build: {@code error}, {@code warning} or {@code note} and worse, or
   * {@code never}. The configuration may say it too; {@code warning} when nothing does.
   */
  @Parameter(property = "wa-serverless.failOn")
  @Nullable String failOn;

  /** Whether input that cannot be read fails the build: what is in it was not judged. */
  @Parameter(property = "wa-serverless.failOnUnreadable", defaultValue = "true")
  boolean failOnUnreadable;

  /**
   * The reports to write: {@code text}, {@code compact}, {@code json}, {@code sarif}, {@code
   * github}, {@code gitlab}, {@code junit}, {@code checkstyle}. Findings are in the log in any
   * case.
   */
  @Parameter(property = "wa-serverless.formats", defaultValue = "text,sarif")
  List<String> formats = List.of();

  /** Where the reports are written: {@code target/wa-serverless} of the project that is built. */
  @Parameter(property = "wa-serverless.outputDirectory")
  @Nullable String outputDirectory;

  /** Show notes in the log too, not only errors and warnings. */
  @Parameter(property = "wa-serverless.consoleNotes", defaultValue = "false")
  boolean consoleNotes;

  /** What tells this analysis from others of the same commit, in SARIF. */
  @Parameter(property = "wa-serverless.category")
  @Nullable String category;

  /** Put what is suppressed into SARIF too. */
  @Parameter(property = "wa-serverless.includeSuppressed", defaultValue = "false")
  boolean includeSuppressed;

  /** Put what the baseline holds into SARIF too, as unchanged. */
  @Parameter(property = "wa-serverless.includeKnown", defaultValue = "false")
  boolean includeKnown;

  /** Checks, unless the same input has passed before. */
  final void check() throws MojoExecutionException, MojoFailureException {
    try {
      new Checking(this, RequestedCheck.of(this, true)).run();
    } catch (InvalidInput e) {
      throw new MojoExecutionException(String.join("\n", e.messages()));
    }
  }

  final FailOn threshold(RequestedCheck requested) throws InvalidInput {
    return failOn == null
        ? requested.project().reporting().failOn().orElse(FailOn.WARNING)
        : Words.of("failOn", failOn, FailOn.class);
  }

  final List<Format> reports() throws InvalidInput {
    List<Format> reports = new ArrayList<>();
    for (String format : formats) {
      reports.add(Words.of("formats", format, Format.class));
    }
    return reports;
  }
}
