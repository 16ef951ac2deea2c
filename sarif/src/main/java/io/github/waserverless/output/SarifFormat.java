package io.github.waserverless.output;

import io.github.waserverless.engine.SourceRoot;
import io.github.waserverless.report.Report;
import io.github.waserverless.sarif.Included;
import io.github.waserverless.sarif.Invocation;
import io.github.waserverless.sarif.SarifReport;
import java.time.Instant;

/** SARIF, apart from the other formats so that a run in another one loads none of it. */
final class SarifFormat {

  private SarifFormat() {}

  static Report report(RunFacts run) {
    return new SarifReport(
        new Invocation(
            Version.current(),
            run.rules(),
            SourceRoot.of(run.paths()),
            run.category().map(c -> c.replaceFirst("/+$", "")),
            new Included(run.suppressed(), run.known()),
            run.exitCode(),
            run.start().map(start -> new Invocation.Time(start, Instant.now()))));
  }
}
