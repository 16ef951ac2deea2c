package io.github.waserverless.report;

import io.github.waserverless.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers of things in words. */
final class Count {

  private static final Severity[] WORST_FIRST = {Severity.ERROR, Severity.WARNING, Severity.NOTE};

  private Count() {}

  static String of(int number, String thing) {
    return number == 1 ? "1 " + thing : number + " " + thing + "s";
  }

  /** {@code 2 errors, 1 warning}: the worst first, what is not there left out. */
  static String listed(Map<Severity, Integer> counts) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : WORST_FIRST) {
      Integer number = counts.get(severity);
      if (number != null) {
        parts.add(of(number, severity.word()));
      }
    }
    return String.join(", ", parts);
  }
}
