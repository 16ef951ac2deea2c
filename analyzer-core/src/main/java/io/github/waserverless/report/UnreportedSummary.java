package io.github.waserverless.report;

import io.github.waserverless.engine.Unreported;
import io.github.waserverless.engine.Unreported.Compared;
import io.github.waserverless.engine.Unreported.Gone;
import java.io.IOException;

/** The lines of a text report about what else was found. */
final class UnreportedSummary {

  /** More that is gone is counted, not listed. */
  private static final int MOST_GONE = 10;

  private UnreportedSummary() {}

  static void write(Unreported unreported, Appendable out) throws IOException {
    int suppressed = unreported.suppressed().size();
    if (suppressed > 0) {
      out.append("Suppressed " + Count.of(suppressed, "finding") + "\n");
    }
    if (unreported.elsewhere() > 0) {
      out.append("Not about these files: " + Count.of(unreported.elsewhere(), "finding") + "\n");
    }
    if (unreported.compared().isPresent()) {
      write(unreported.compared().get(), out);
    }
  }

  private static void write(Compared compared, Appendable out) throws IOException {
    out.append("Known from the baseline: " + Count.of(compared.known().size(), "finding") + "\n");
    if (compared.gone().isEmpty()) {
      return;
    }
    out.append("Gone since the baseline: " + Count.of(compared.gone().size(), "finding") + "\n");
    for (Gone gone : compared.gone().stream().limit(MOST_GONE).toList()) {
      String line = "  %s %s: %s".formatted(gone.rule(), gone.file(), gone.message());
      out.append(Printable.of(line)).append('\n');
    }
    int more = compared.gone().size() - MOST_GONE;
    if (more > 0) {
      out.append("  and " + more + " more\n");
    }
  }
}
