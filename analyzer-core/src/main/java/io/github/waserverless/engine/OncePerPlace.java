package io.github.waserverless.engine;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Related;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Code that several functions share has a problem once, however many of them reach it. */
final class OncePerPlace {

  private OncePerPlace() {}

  private record Key(String rule, Location place) {}

  static List<Finding> of(List<List<Finding>> results) {
    Map<Key, List<Finding>> once = new LinkedHashMap<>();
    results.stream()
        .flatMap(List::stream)
        .sorted()
        .forEach(f -> once.computeIfAbsent(key(f), k -> new ArrayList<>(1)).add(f));
    return once.values().stream().map(OncePerPlace::together).toList();
  }

  private static Key key(Finding finding) {
    return new Key(finding.rule().id(), finding.location());
  }

  private static Finding together(List<Finding> same) {
    Finding first = same.get(0);
    if (same.size() == 1) {
      return first;
    }
    Set<Subject> subjects = new LinkedHashSet<>(first.subjects());
    List<Related> related = new ArrayList<>(first.related());
    for (Finding other : same.subList(1, same.size())) {
      for (Subject subject : other.subjects()) {
        if (subjects.add(subject)) {
          related.add(new Related(subject.location(), subject.name() + " comes here too"));
        }
      }
    }
    return new Finding(
        first.rule(),
        first.severity(),
        first.location(),
        first.message(),
        List.copyOf(subjects),
        List.copyOf(related),
        first.path(),
        first.anchor());
  }
}
