package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Profile;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.suppression.Suppressions;
import java.util.ArrayList;
import java.util.List;

/** Runs rules over an application. */
public final class Analyzer {

  private final List<Rule> rules;
  private final Suppressions suppressions;
  private final Profile profile;
  private final ConstructPlaces places;

  /** An analyzer with these rules. */
  public Analyzer(List<Rule> rules) {
    this(rules, Suppressions.NONE, Profile.STRICT, ConstructPlaces.NONE);
  }

  Analyzer(List<Rule> rules, Suppressions suppressions, Profile profile, ConstructPlaces places) {
    this.places = places;
    this.rules = List.copyOf(rules);
    this.suppressions = suppressions;
    this.profile = profile;
  }

  /** What the rules found, what of it is not reported, and which of them failed. */
  record Result(List<Finding> findings, List<Suppressed> suppressed, List<Analysis.Fault> faults) {}

  /** All findings, in the order of their places. */
  public List<Finding> analyze(Application app) {
    Elements elements = new Elements(app);
    return rules.stream()
        .flatMap(rule -> checked(rule, app, elements).findings().stream())
        .sorted()
        .toList();
  }

  /**
   * Like {@link #analyze}, but a rule that fails, or that one application is too much for, does not
   * keep the others from their work.
   */
  Result analyzeGuarded(Application app) {
    List<Finding> findings = new ArrayList<>();
    List<Suppressed> suppressed = new ArrayList<>();
    List<Analysis.Fault> faults = new ArrayList<>();
    Elements elements = new Elements(app);
    for (Rule rule : rules) {
      try {
        FindingCollector collector = checked(rule, app, elements);
        findings.addAll(collector.findings());
        suppressed.addAll(collector.suppressed());
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        faults.add(new Analysis.Fault(rule.info().id() + " on " + app.file(), e));
      }
    }
    return new Result(findings, suppressed, faults);
  }

  private FindingCollector checked(Rule rule, Application app, Elements elements) {
    FindingCollector collector =
        new FindingCollector(rule.info(), elements, suppressions, profile, places);
    rule.check(app, collector);
    return collector;
  }
}
