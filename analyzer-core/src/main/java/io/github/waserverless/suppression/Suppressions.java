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
import java.util.stream.Collectors;

/** All suppressions of a run, and which of them were of use. */
public final class Suppressions {

  /** Suppresses nothing. */
  public static final Suppressions NONE = new Suppressions(List.of());

  private final List<Suppression> all;
  private final Map<String, List<Suppression>> byRule = new HashMap<>();
  private final Set<Suppression> used;
  private final Optional<Suppressions> further;

  /** Those that were found. */
  public Suppressions(List<Suppression> all) {
    this(all, Optional.empty(), ConcurrentHashMap.newKeySet());
  }

  private Suppressions(
      List<Suppression> all, Optional<Suppressions> further, Set<Suppression> used) {
    this.further = further;
    this.used = used;
    this.all = all.stream().distinct().toList();
    for (Suppression suppression : this.all) {
      byRule.computeIfAbsent(key(suppression.rule()), r -> new ArrayList<>()).add(suppression);
    }
  }

  /** These and then those that hold everywhere; both know of their use. */
  public Suppressions before(Suppressions everywhere) {
    return new Suppressions(all, Optional.of(everywhere), used);
  }

  /** Those of all parts of a run, and which of them were of use in any. */
  public static Suppressions together(List<Suppressions> parts) {
    Suppressions together =
        new Suppressions(parts.stream().flatMap(part -> part.all.stream()).toList());
    parts.forEach(part -> together.used.addAll(part.used));
    return together;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return all.isEmpty() && further.isEmpty();
  }

  /** The names of the files that they are stated in. */
  public Set<String> files() {
    return all.stream().map(each -> each.place().file()).collect(Collectors.toSet());
  }

  private static String key(String rule) {
    return rule.toLowerCase(Locale.ROOT);
  }

  /** Whether there are any for a rule. */
  public boolean name(RuleInfo rule) {
    return byRule.containsKey(key(rule.id()))
        || byRule.containsKey(key(rule.name()))
        || further.filter(f -> f.name(rule)).isPresent();
  }

  /** What keeps a problem of a rule from being reported. */
  public Optional<Suppression> of(RuleInfo rule, Problem problem) {
    if (byRule.isEmpty() && further.filter(f -> !f.isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    Suppression first = null;
    for (String name : List.of(rule.id(), rule.name())) {
      String key = key(name);
      for (Optional<Suppressions> s = Optional.of(this); s.isPresent(); s = s.get().further) {
        for (Suppression suppression : s.get().byRule.getOrDefault(key, List.of())) {
          if (suppression.covers(problem)) {
            s.get().used.add(suppression);
            first = first == null ? suppression : first;
          }
        }
      }
    }
    return Optional.ofNullable(first);
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
