package io.github.waserverless.configuration;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.Unreported;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The results of several environments as one: a finding of only some says of which. */
final class Merged {

  private Merged() {}

  private record Key(String rule, Location place, String message) {

    static Key of(Finding finding) {
      return new Key(finding.rule().id(), finding.location(), finding.message());
    }
  }

  /** A finding and where it was made. */
  private record Found(Finding finding, List<String> environments) {

    Found and(Found other) {
      Finding graver =
          finding.severity().compareTo(other.finding.severity()) >= 0 ? finding : other.finding;
      return new Found(
          graver, Stream.concat(environments.stream(), other.environments.stream()).toList());
    }
  }

  static Analysis of(Map<String, Analysis> results) {
    Analysis first = results.values().iterator().next();
    if (results.size() == 1) {
      return first;
    }
    Map<Key, Found> found = new LinkedHashMap<>();
    Map<String, SourceFile> sources = new HashMap<>();
    Map<Key, Suppressed> suppressed = new LinkedHashMap<>();
    List<Notice> notices = new ArrayList<>();
    List<Analysis.Fault> faults = new ArrayList<>();
    results.forEach(
        (name, result) -> {
          for (Finding finding : result.findings()) {
            found.merge(Key.of(finding), new Found(finding, List.of(name)), Found::and);
          }
          for (Suppressed each : result.suppressed()) {
            suppressed.putIfAbsent(Key.of(each.finding()), each);
          }
          sources.putAll(result.sources());
          notices.addAll(result.notices());
          faults.addAll(result.faults());
        });
    return new Analysis(
        found.values().stream()
            .filter(f -> holds(f, results.size()))
            .map(f -> told(f, results.size()))
            .sorted()
            .toList(),
        new Unreported(suppressed.values().stream().sorted().toList(), Optional.empty(), 0),
        notices.stream().sorted().distinct().toList(),
        List.copyOf(faults),
        first.statistics(),
        Map.copyOf(sources));
  }

  /** A suppression that is of use in one environment is of use. */
  private static boolean holds(Found found, int environments) {
    return found.environments().size() == environments || !found.finding().subjects().isEmpty();
  }

  private static Finding told(Found found, int environments) {
    return found.environments().size() == environments
        ? found.finding()
        : found.finding().saying(" (in " + String.join(", ", found.environments()) + ")");
  }
}
