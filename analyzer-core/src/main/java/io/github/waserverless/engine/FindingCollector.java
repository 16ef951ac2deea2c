package io.github.waserverless.engine;

import io.github.waserverless.rule.Anchor;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Profile;
import io.github.waserverless.rule.Related;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.rule.Subject;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.rule.Suppression;
import io.github.waserverless.source.Location;
import io.github.waserverless.suppression.Suppressions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns the problems that one rule reports into its findings: one finding for one cause. */
final class FindingCollector implements Findings {

  private static final int MOST_NAMES = 4;

  private final RuleInfo rule;
  private final Elements elements;
  private final Suppressions suppressions;
  private final Profile profile;
  private final ConstructPlaces places;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Suppressed> suppressed = new ArrayList<>();
  private final Map<Key, List<Problem>> groups = new LinkedHashMap<>();

  private record Key(
      String file,
      Problem.Verdict verdict,
      String subjects,
      String message,
      Optional<Location> place) {

    /** Which members a group has does not make another group of it. */
    Anchor anchor(Elements elements) {
      return new Anchor(place.map(elements::at).orElse(""), subjects + verdict.reservation());
    }
  }

  FindingCollector(
      RuleInfo rule,
      Elements elements,
      Suppressions suppressions,
      Profile profile,
      ConstructPlaces places) {
    this.places = places;
    this.rule = rule;
    this.elements = elements;
    this.suppressions = suppressions;
    this.profile = profile;
  }

  @Override
  public void report(Problem problem) {
    Optional<Problem.Verdict> verdict = problem.verdict(rule);
    if (verdict.isEmpty()) {
      return;
    }
    // Before grouping: who has accepted it for one resource keeps that one out of the group.
    Optional<Suppression> by = suppression(problem);
    if (problem.profile() == Profile.STRICT && profile == Profile.CORE) {
      return;
    }
    if (by.isPresent()) {
      suppressed.add(new Suppressed(single(problem, verdict.get()), by.get()));
      return;
    }
    Optional<Grouping> grouping = problem.grouping();
    if (grouping.isEmpty()) {
      findings.add(single(problem, verdict.get()));
      return;
    }
    Key key =
        new Key(
            grouping.get().everywhere() ? "" : problem.subjects().get(0).location().file(),
            verdict.get(),
            grouping.get().subjects(),
            grouping.get().message(),
            grouping.get().place());
    groups.computeIfAbsent(key, k -> new ArrayList<>()).add(problem);
  }

  /** It may be accepted where the user's code creates the construct, too. */
  private Optional<Suppression> suppression(Problem problem) {
    Optional<Suppression> by = suppressions.of(rule, problem);
    return by.isPresent() || !suppressions.name(rule)
        ? by
        : places
            .of(problem.location())
            .flatMap(place -> suppressions.of(rule, problem.pointingAt(place)));
  }

  private Finding single(Problem problem, Problem.Verdict verdict) {
    return new Finding(
        rule,
        verdict.severity(),
        problem.location(),
        problem.message() + verdict.reservation(),
        problem.subjects(),
        problem.related(),
        problem.path(),
        new Anchor(
            elements.at(problem.location()),
            problem.subjects().stream().map(Subject::logicalId).findFirst().orElse("")));
  }

  /** All findings, in order, each place and message once. */
  List<Finding> findings() {
    // Most rules have nothing to say of most applications.
    if (findings.isEmpty() && groups.isEmpty()) {
      return List.of();
    }
    List<Finding> all = new ArrayList<>(findings);
    Set<Location> taken = new HashSet<>();
    groups.entrySet().stream()
        .sorted((one, two) -> severity(two).compareTo(severity(one)))
        .forEach(e -> all.add(grouped(e.getKey(), e.getValue(), taken)));
    return all.stream().sorted().distinct().toList();
  }

  private static Severity severity(Map.Entry<Key, List<Problem>> group) {
    return group.getKey().verdict().severity();
  }

  /** What is not reported. */
  List<Suppressed> suppressed() {
    return suppressed;
  }

  private Finding grouped(Key key, List<Problem> members, Set<Location> taken) {
    Finding finding =
        members.size() == 1 ? single(members.get(0), key.verdict()) : group(key, members);
    Location place = taken.add(finding.location()) ? finding.location() : free(members, taken);
    return new Finding(
        rule,
        finding.severity(),
        place,
        finding.message(),
        finding.subjects(),
        finding.related().stream().filter(r -> !r.location().equals(place)).toList(),
        finding.path(),
        key.anchor(elements));
  }

  /** Another place than that of a graver group: one of what has the problem. */
  private static Location free(List<Problem> members, Set<Location> taken) {
    List<Location> places =
        members.stream()
            .flatMap(m -> Stream.of(m.location(), m.subjects().get(0).location()))
            .toList();
    return places.stream().filter(taken::add).findFirst().orElse(places.get(0));
  }

  private Finding group(Key key, List<Problem> members) {
    List<Subject> subjects =
        members.stream().flatMap(m -> m.subjects().stream()).distinct().toList();
    List<String> names = subjects.stream().map(Subject::name).toList();
    Location place = key.place().orElse(members.get(0).location());
    List<Related> related =
        members.stream()
            .map(m -> new Related(m.location(), m.subjects().get(0).name()))
            .distinct()
            .toList();
    return new Finding(
        rule,
        key.verdict().severity(),
        place,
        "%s %s (%s) %s%s"
            .formatted(
                names.size(),
                key.subjects(),
                listed(names),
                key.message(),
                key.verdict().reservation()),
        subjects,
        related,
        List.of(),
        key.anchor(elements));
  }

  private static String listed(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    return names.size() > MOST_NAMES
        ? shown + " and " + (names.size() - MOST_NAMES) + " more"
        : shown;
  }
}
