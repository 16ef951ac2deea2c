package io.github.waserverless.engine;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Runs rules over an application. */
public final class Analyzer {

  private final List<Rule> rules;

  /** An analyzer with these rules. */
  public Analyzer(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** What the rules found, and which of them failed. */
  record Result(List<Finding> findings, List<Analysis.Fault> faults) {}

  /** All findings, in the order of their places. */
  public List<Finding> analyze(Application app) {
    Elements elements = new Elements(app);
    return rules.stream().flatMap(rule -> findings(rule, app, elements).stream()).sorted().toList();
  }

  /** Like {@link #analyze}, but a rule that fails does not keep the others from their work. */
  Result analyzeGuarded(Application app) {
    List<Finding> findings = new ArrayList<>();
    List<Analysis.Fault> faults = new ArrayList<>();
    Elements elements = new Elements(app);
    for (Rule rule : rules) {
      try {
        findings.addAll(findings(rule, app, elements));
      } catch (RuntimeException | StackOverflowError e) {
        faults.add(new Analysis.Fault(rule.info().id() + " on " + app.file(), e));
      }
    }
    return new Result(findings, faults);
  }

  private static List<Finding> findings(Rule rule, Application app, Elements elements) {
    FindingCollector collector = new FindingCollector(rule.info(), elements);
    rule.check(app, collector);
    return collector.findings();
  }
}
