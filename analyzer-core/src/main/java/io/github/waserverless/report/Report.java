package io.github.waserverless.report;

import java.io.IOException;

/** A form in which a run's result is written; lines end with a line feed everywhere. */
@FunctionalInterface
public interface Report {

  /** Writes a result: the same one always gives the same characters. */
  void write(View view, Appendable out) throws IOException;
}
