package io.github.waserverless.configuration;

import io.github.waserverless.rule.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rules run, as the caller of a run asks for it.
 *
 * @param profile the profile instead of the project's
 * @param only the ids or names of rules to run instead of the profile's
 * @param excluded the ids or names of rules not to run
 */
public record RuleSelection(
    Optional<RunProfile> profile, List<String> only, List<String> excluded) {

  /** A name that no rule has; the message says which one may be meant. */
  public static final class UnknownRule extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownRule(String message) {
      super(message);
    }
  }

  /** The rules that run; none when what is named is also excluded. */
  public List<Rule> of(RuleCatalog catalog, Configuration project) throws UnknownRule {
    Set<Rule> named = named(only, catalog);
    Set<Rule> without = named(excluded, catalog);
    RunProfile runs = profile(project);
    return catalog.rules().stream()
        .filter(rule -> named.isEmpty() ? runs(rule, runs, project.rules()) : named.contains(rule))
        .filter(rule -> !without.contains(rule))
        .toList();
  }

  /** The profile that runs. */
  RunProfile profile(Configuration project) {
    return profile.or(project::profile).orElse(RunProfile.CORE);
  }

  private static boolean runs(Rule rule, RunProfile profile, Map<String, RuleSetting> settings) {
    return Optional.ofNullable(settings.get(rule.info().id()))
        .flatMap(RuleSetting::runs)
        .orElseGet(() -> profile.runs(rule));
  }

  private static Set<Rule> named(List<String> names, RuleCatalog catalog) throws UnknownRule {
    Set<Rule> found = new HashSet<>();
    for (String name : names) {
      found.add(catalog.rule(name).orElseThrow(() -> new UnknownRule(catalog.unknown(name))));
    }
    return found;
  }
}
