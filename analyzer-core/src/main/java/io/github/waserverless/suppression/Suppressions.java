package io.github.waserverless.suppression;

import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.Suppression;
import io.github.waserverless.rule.SuppressionRule.Use;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All suppressions of a run, and which of them were of use. */
public final class Suppressions {

  /** Suppresses nothing. */
  public static final Suppressions NONE = new Suppressions(List.of());

  private final List<Suppression> all;
  private final Map<String, List<Suppression>> byRule = new HashMap<>();
  private final Set<Suppression> used = ConcurrentHashMap.newKeySet();

  /** Those that were found. */
  public Suppressions(List<Suppression> all) {
    this.all = all.stream().distinct().toList();
    for (Suppression suppression : this.all) {
      byRule.computeIfAbsent(key(suppression.rule()), r -> new ArrayList<>()).add(suppression);
    }
  }

  private static String key(String rule) {
    return rule.toLowerCase(Locale.ROOT);
  }

  /** Whether there are any for a rule. */
  public boolean name(RuleInfo rule) {
    return byRule.containsKey(key(rule.id())) || byRule.containsKey(key(rule.name()));
  }

  /** What keeps a problem of a rule from being reported. */
  public Optional<Suppression> of(RuleInfo rule, Problem problem) {
    if (byRule.isEmpty()) {
      return Optional.empty();
    }
    List<Suppression> covering = new ArrayList<>();
    for (String name : List.of(rule.id(), rule.name())) {
      for (Suppression suppression : byRule.getOrDefault(key(name), List.of())) {
        if (suppression.covers(problem)) {
          covering.add(suppression);
        }
      }
    }
    used.addAll(covering);
    return covering.stream().findFirst();
  }

  /**
   * What came of each suppression, one for each place and rule: several may be stated at once.
   *
   * @param ran the rules that ran
   * @param known all rules that there are
   */
  public Map<Suppression, Use> uses(List<RuleInfo> ran, List<RuleInfo> known) {
    Map<Stated, Suppression> first = new LinkedHashMap<>();
    Map<Suppression, Use> uses = new LinkedHashMap<>();
    for (Suppression suppression : all) {
      Suppression stated =
          first.computeIfAbsent(
              new Stated(suppression.place(), key(suppression.rule())), s -> suppression);
      Use use = use(suppression, ran, known);
      uses.merge(stated, use, (a, b) -> a == Use.USED || b == Use.USED ? Use.USED : a);
    }
    return uses;
  }

  private record Stated(Location place, String rule) {}

  private Use use(Suppression suppression, List<RuleInfo> ran, List<RuleInfo> known) {
    if (used.contains(suppression)) {
      return Use.USED;
    }
    if (ran.stream().anyMatch(suppression::names)) {
      return Use.UNUSED;
    }
    return known.stream().anyMatch(suppression::names) ? Use.NOT_KNOWN : Use.NO_RULE;
  }
}
