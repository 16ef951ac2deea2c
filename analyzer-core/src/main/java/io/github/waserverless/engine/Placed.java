package io.github.waserverless.engine;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Related;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Findings at the user's own code: what points into a template that the CDK made points at the line
 * that created the construct. Code that makes several resources has a problem of them once.
 */
final class Placed {

  private final ConstructPlaces places;

  Placed(ConstructPlaces places) {
    this.places = places;
  }

  private record Key(String rule, Location place, String message) {}

  /** All findings; those that stay where they are keep to themselves. */
  List<Finding> all(List<Finding> findings) {
    List<Finding> all = new ArrayList<>();
    Map<Key, List<Finding>> once = new LinkedHashMap<>();
    for (Finding finding : findings) {
      Finding placed = placed(finding);
      if (placed.location().equals(finding.location())) {
        all.add(placed);
      } else {
        once.computeIfAbsent(key(placed), k -> new ArrayList<>(1)).add(placed);
      }
    }
    once.values().forEach(same -> all.add(together(same)));
    return all;
  }

  Suppressed placed(Suppressed suppressed) {
    return new Suppressed(placed(suppressed.finding()), suppressed.by());
  }

  private Finding placed(Finding finding) {
    Optional<Location> place = places.of(finding.location());
    List<Related> related = new ArrayList<>();
    place.ifPresent(p -> related.add(new Related(finding.location(), made(finding))));
    for (Related other : finding.related()) {
      Location at = places.of(other.location()).orElse(other.location());
      if (place.isEmpty() || !at.equals(place.get())) {
        related.add(new Related(at, other.message()));
      }
    }
    return new Finding(
        finding.rule(),
        finding.severity(),
        place.orElse(finding.location()),
        finding.message(),
        finding.subjects(),
        List.copyOf(related),
        finding.path(),
        finding.anchor());
  }

  private static String made(Finding finding) {
    return finding.subjects().stream()
        .findFirst()
        .map(s -> s.logicalId() + " in the synthesized template")
        .orElse("the synthesized template");
  }

  private static Key key(Finding finding) {
    String message = finding.message();
    for (Subject subject : finding.subjects()) {
      message = message.replace(subject.name(), "…");
    }
    return new Key(finding.rule().id(), finding.location(), message);
  }

  private static Finding together(List<Finding> same) {
    Finding first = same.get(0);
    Severity severity = first.severity();
    Set<Subject> subjects = new LinkedHashSet<>(first.subjects());
    Set<Related> related = new LinkedHashSet<>(first.related());
    for (Finding other : same.subList(1, same.size())) {
      severity = other.severity().compareTo(severity) > 0 ? other.severity() : severity;
      if (subjects.addAll(other.subjects())) {
        related.addAll(other.related());
      }
    }
    return new Finding(
        first.rule(),
        severity,
        first.location(),
        first.message(),
        List.copyOf(subjects),
        List.copyOf(related),
        first.path(),
        first.anchor());
  }
}
