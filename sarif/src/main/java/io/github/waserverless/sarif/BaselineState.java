package io.github.waserverless.sarif;

import java.util.Locale;

/** How a result compares with a baseline. */
enum BaselineState {
  NEW,
  UNCHANGED,
  /** Some of its findings are in the baseline. */
  UPDATED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
