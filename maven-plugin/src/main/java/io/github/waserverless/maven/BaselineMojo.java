package io.github.waserverless.maven;

import io.github.waserverless.delta.Baseline;
import io.github.waserverless.delta.BaselineFile;
import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.InvalidInput;
import io.github.waserverless.engine.Progress;
import io.github.waserverless.engine.SourceRoot;
import io.github.waserverless.output.OutputFile;
import io.github.waserverless.report.Count;
import io.github.waserverless.source.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/** Writes down today's findings, so that check reports only what comes on top. */
@Mojo(name = "baseline", aggregator = true, requiresProject = false, threadSafe = true)
public final class BaselineMojo extends AnalysisMojo {

  @Override
  public void execute() throws MojoExecutionException {
    if (skip) {
      getLog().info("Nothing written: wa-serverless.skip is set");
      return;
    }
    try {
      write(RequestedCheck.of(this, false));
    } catch (InvalidInput e) {
      throw new MojoExecutionException(String.join("\n", e.messages()));
    }
  }

  private void write(RequestedCheck requested) throws InvalidInput, MojoExecutionException {
    Analysis analysis = requested.check().analyze(Progress.NONE);
    for (Notice notice : analysis.notices()) {
      if (notice.kind() == Notice.Kind.UNREADABLE) {
        getLog().warn(notice.location() + ": " + notice.message());
      }
    }
    if (!analysis.faults().isEmpty()) {
      Analysis.Fault fault = analysis.faults().get(0);
      throw new MojoExecutionException("internal error in " + fault.during(), fault.cause());
    }
    SourceRoot root = SourceRoot.of(requested.check().search().paths());
    Baseline baseline = Baseline.of(analysis, root);
    StringBuilder text = new StringBuilder();
    try {
      BaselineFile.write(baseline, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path file = file(requested);
    OutputFile.write(file, text.toString());
    getLog().info("Wrote " + Count.of(baseline.findings().size(), "finding") + " to " + file);
    if (baselineFile == null && requested.project().reporting().baseline().isEmpty()) {
      getLog().info("check leaves them out when baselineFile names that file");
    }
  }

  private Path file(RequestedCheck requested) {
    return Optional.ofNullable(baselineFile)
        .map(requested.reactor()::resolve)
        .or(() -> requested.project().reporting().baseline())
        .orElseGet(() -> requested.reactor().resolve(BaselineFile.NAME));
  }
}
