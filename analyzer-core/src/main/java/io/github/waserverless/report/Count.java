package io.github.waserverless.report;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Numbers of things in words. */
public final class Count {

  private static final Severity[] WORST_FIRST = {Severity.ERROR, Severity.WARNING, Severity.NOTE};

  private Count() {}

  /** {@code 1 error}, {@code 2 errors}. */
  public static String of(int number, String thing) {
    return number == 1 ? "1 " + thing : number + " " + thing + "s";
  }

  /** {@code 2 errors, 1 warning}: how many findings there are of which severity. */
  public static String bySeverity(List<Finding> findings) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    findings.forEach(f -> counts.merge(f.severity(), 1, Integer::sum));
    return listed(counts);
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
