package io.github.waserverless.cli;

import java.util.Locale;

/** When a report is in colour. */
enum ColorWhen {
  AUTO,
  ALWAYS,
  NEVER;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
