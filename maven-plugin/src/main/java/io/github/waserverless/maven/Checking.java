package io.github.waserverless.maven;

import io.github.waserverless.configuration.FailOn;
import io.github.waserverless.configuration.SourceDate;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.engine.Progress;
import io.github.waserverless.output.Format;
import io.github.waserverless.output.OutputFile;
import io.github.waserverless.output.RunFacts;
import io.github.waserverless.report.Advice;
import io.github.waserverless.report.View;
import io.github.waserverless.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** One check with its reports, in the log and as files. */
final class Checking {

  private final CheckingMojo mojo;
  private final RequestedCheck requested;
  private final FailOn failOn;
  private final List<Format> formats;
  private final Path folder;
  private final Advice advice;

  Checking(CheckingMojo mojo, RequestedCheck requested) throws InvalidInput {
    this.mojo = mojo;
    this.requested = requested;
    this.failOn = mojo.threshold(requested);
    this.formats = mojo.reports();
    Reactor reactor = requested.reactor();
    this.folder =
        mojo.outputDirectory == null
            ? Reactor.shown(reactor.output().resolve("wa-serverless"))
            : reactor.resolve(mojo.outputDirectory);
    this.advice = Calls.advice(mojo);
  }

  void run() throws InvalidInput, MojoExecutionException, MojoFailureException {
    PassedInput passed = PassedInput.of(mojo, requested, folder);
    if (passed.isUnchanged() && formats.stream().allMatch(f -> Files.exists(file(f)))) {
      mojo.getLog().info("Not checked again: nothing changed since this check passed");
      return;
    }
    Instant start = Instant.now();
    Analysis analysis = requested.check().analyze(Progress.NONE);
    boolean fails = failOn.failsOn(analysis);
    boolean unreadable = analysis.hasUnreadableInput() && mojo.failOnUnreadable;
    boolean passes = analysis.faults().isEmpty() && !fails && !unreadable;
    Severity least = mojo.consoleNotes || failOn == FailOn.NOTE ? Severity.NOTE : Severity.WARNING;
    View view = new View(analysis, least, true, false);
    LogReport.write(view, advice, mojo.getLog());
    write(view, start, passes ? 0 : 1);
    for (Analysis.Fault fault : analysis.faults()) {
      String what = "internal error in " + fault.during();
      mojo.getLog().error(what + ": " + fault.cause());
      mojo.getLog().debug(what, fault.cause());
    }
    if (!passes) {
      fail(analysis, fails);
    }
    passed.remember();
  }

  private void fail(Analysis analysis, boolean fails)
      throws MojoExecutionException, MojoFailureException {
    String report = formats.isEmpty() ? "" : "\nReport: " + file(formats.get(0));
    if (!analysis.faults().isEmpty()) {
      throw new MojoExecutionException(
          "wa-serverless failed on a part of the project, please report it with the output of mvn -X"
              + report);
    }
    throw new MojoFailureException(
        Verdict.of(analysis, fails ? failOn : FailOn.NEVER, advice) + report);
  }

  private Path file(Format format) {
    return folder.resolve(format.fileName());
  }

  private void write(View view, Instant start, int exitCode) throws InvalidInput {
    if (formats.isEmpty()) {
      return;
    }
    RunFacts facts =
        new RunFacts(
            requested.check().rules(),
            requested.check().search().paths(),
            exitCode,
            SourceDate.in(System.getenv()).isFixed() ? Optional.empty() : Optional.of(start),
            Optional.ofNullable(mojo.category),
            mojo.includeSuppressed,
            mojo.includeKnown,
            advice);
    try {
      Files.createDirectories(folder);
      for (Format format : formats) {
        StringBuilder text = new StringBuilder();
        format.report(false, facts).write(view, text);
        OutputFile.write(file(format), text.toString());
      }
    } catch (IOException e) {
      throw new InvalidInput("cannot write reports into " + folder + ": " + e.getMessage());
    }
  }
}
