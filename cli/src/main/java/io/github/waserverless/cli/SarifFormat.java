package io.github.waserverless.cli;

import io.github.waserverless.engine.SourceRoot;
import io.github.waserverless.report.Report;
import io.github.waserverless.sarif.Invocation;
import io.github.waserverless.sarif.SarifReport;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SARIF, apart from the other formats so that a run in another one loads none of it. */
final class SarifFormat {

  private SarifFormat() {}

  static Report report(RunFacts run, @Nullable String category, Environment environment) {
    return new SarifReport(
        new Invocation(
            Version.current(),
            run.rules(),
            SourceRoot.of(run.paths()),
            Optional.ofNullable(category).map(c -> c.replaceFirst("/+$", "")),
            run.exitCode(),
            environment.isReproducible()
                ? Optional.empty()
                : Optional.of(new Invocation.Time(run.start(), Instant.now()))));
  }
}
