package io.github.waserverless.cli;

import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** All rules on the class path: the built-in ones and those of others. */
final class RuleCatalog {

  private final List<Rule> rules;

  private RuleCatalog(List<Rule> rules) {
    this.rules = rules;
  }

  static RuleCatalog load() {
    List<Rule> rules = new ArrayList<>();
    for (RuleSet set : ServiceLoader.load(RuleSet.class)) {
      rules.addAll(set.rules());
    }
    rules.sort(Comparator.comparing(rule -> rule.info().id()));
    return new RuleCatalog(List.copyOf(rules));
  }

  /** All rules in the order of their ids. */
  List<Rule> rules() {
    return rules;
  }

  /** The rules of a profile, or those that are named instead, without those that are excluded. */
  List<Rule> select(RunProfile profile, List<String> named, List<String> excluded)
      throws UsageError {
    Set<Rule> only = named(named);
    Set<Rule> without = named(excluded);
    List<Rule> selected =
        rules.stream()
            .filter(rule -> only.isEmpty() ? profile.runs(rule) : only.contains(rule))
            .filter(rule -> !without.contains(rule))
            .toList();
    if (selected.isEmpty() && !(only.isEmpty() && without.isEmpty())) {
      throw new UsageError("no rule is left: what --rule names, --exclude-rule takes away");
    }
    return selected;
  }

  private Set<Rule> named(List<String> names) throws UsageError {
    Set<Rule> found = new HashSet<>();
    for (String name : names) {
      found.add(rule(name));
    }
    return found;
  }

  /** The rule of an id or name, in any case. */
  Rule rule(String name) throws UsageError {
    for (Rule rule : rules) {
      RuleInfo info = rule.info();
      if (info.id().equalsIgnoreCase(name) || info.name().equalsIgnoreCase(name)) {
        return rule;
      }
    }
    throw new UsageError(
        "there is no rule "
            + name
            + nearest(name).map(near -> ": did you mean " + near + "?").orElse(""));
  }

  private Optional<String> nearest(String name) {
    List<String> ids = rules.stream().map(rule -> rule.info().id()).toList();
    List<String> names = rules.stream().map(rule -> rule.info().name()).toList();
    boolean isId = name.toUpperCase(Locale.ROOT).matches("W?[A-Z]{0,2}S?\\d*");
    return EditDistance.nearest(name, isId ? ids : names);
  }
}
