package io.github.waserverless.sarif;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Related;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A further place of a finding.
 *
 * @param names what a message may call it, the best name first, at least one
 */
record Place(Location location, List<String> names) {

  /** What is said of it beside the message. */
  String label() {
    return names.get(0);
  }

  /** The places of a finding that its own line does not show, each once. */
  static List<Place> of(Finding finding) {
    Map<Location, List<String>> places = new LinkedHashMap<>();
    for (Related related : finding.related()) {
      add(related.location(), related.message(), finding, places);
    }
    for (Subject subject : finding.subjects()) {
      add(subject.location(), subject.logicalId(), finding, places);
    }
    return places.entrySet().stream().map(e -> new Place(e.getKey(), e.getValue())).toList();
  }

  private static void add(
      Location location, String name, Finding finding, Map<Location, List<String>> places) {
    if (!sameLine(location, finding.location())) {
      List<String> names = places.computeIfAbsent(location, l -> new ArrayList<>());
      String shown = name.isEmpty() ? "line " + location.span().startLine() : name;
      if (!names.contains(shown)) {
        names.add(shown);
      }
    }
  }

  private static boolean sameLine(Location a, Location b) {
    return a.file().equals(b.file()) && a.span().startLine() == b.span().startLine();
  }
}
