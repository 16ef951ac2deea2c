package io.github.waserverless.configuration;

import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** All rules on the class path: the built-in ones and those of others. */
public final class RuleCatalog {

  private final List<Rule> rules;

  /** A catalogue of some rules. */
  public RuleCatalog(List<Rule> rules) {
    this.rules =
        // Not Comparator.comparing: Java makes its code anew in every process.
        rules.stream().sorted((one, two) -> one.info().id().compareTo(two.info().id())).toList();
  }

  /**
   * The rules of all sets that a class loader knows.
   *
   * @param sets where the services are looked for
   */
  public static RuleCatalog load(ClassLoader sets) {
    List<Rule> rules = new ArrayList<>();
    for (RuleSet set : ServiceLoader.load(RuleSet.class, sets)) {
      rules.addAll(set.rules());
    }
    return new RuleCatalog(rules);
  }

  /** All rules in the order of their ids. */
  public List<Rule> rules() {
    return rules;
  }

  /** The rule of an id or name, in any case. */
  public Optional<Rule> rule(String name) {
    for (Rule rule : rules) {
      RuleInfo info = rule.info();
      if (info.id().equalsIgnoreCase(name) || info.name().equalsIgnoreCase(name)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** The sentence for a name that no rule has, with the one that may be meant. */
  public String unknown(String name) {
    return "there is no rule "
        + name
        + nearest(name).map(near -> ": did you mean " + near + "?").orElse("");
  }

  private Optional<String> nearest(String name) {
    boolean isId = name.matches("[A-Za-z]{1,5}-?\\d+");
    return Nearest.to(
        name, rules.stream().map(rule -> isId ? rule.info().id() : rule.info().name()).toList());
  }
}
