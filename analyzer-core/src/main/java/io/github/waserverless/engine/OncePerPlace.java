package io.github.waserverless.engine;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Related;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Code that several functions share has a problem once, however many of them reach it. */
final class OncePerPlace {

  private OncePerPlace() {}

  private record Key(String rule, Location place) {}

  static List<Finding> of(List<List<Finding>> results) {
    Map<Key, Finding> once = new LinkedHashMap<>();
    results.stream()
        .flatMap(List::stream)
        .sorted()
        .forEach(f -> once.merge(key(f), f, OncePerPlace::both));
    return List.copyOf(once.values());
  }

  private static Key key(Finding finding) {
    return new Key(finding.rule().id(), finding.location());
  }

  private static Finding both(Finding first, Finding second) {
    List<Subject> subjects = new ArrayList<>(first.subjects());
    List<Related> related = new ArrayList<>(first.related());
    for (Subject subject : second.subjects()) {
      if (!subjects.contains(subject)) {
        subjects.add(subject);
        related.add(new Related(subject.location(), subject.name() + " comes here too"));
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
