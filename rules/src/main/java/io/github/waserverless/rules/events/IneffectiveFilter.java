package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Severity.ERROR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FilterPattern;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;

/** A filter that no record can pass drops all of them, and looks like a quiet day. */
@RuleInfo(
    id = "WAS612",
    name = "filter-pattern-ineffective",
    title = "Filter that lets nothing through",
    principles = EVENTS_TRIGGER_TRANSACTIONS,
    pillar = RELIABILITY,
    severity = WARNING)
public final class IneffectiveFilter implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FilterPattern pattern : FilterPattern.in(app)) {
      String name = pattern.declaredBy().name();
      findings.report(
          problem(pattern, "%s has a filter that is no JSON object: the deployment fails", name)
              .when(pattern.unreadable())
              .as(ERROR));
      pattern
          .document()
          .flatMap(document -> FilterFlaws.first(document, pattern.kind()))
          .ifPresent(
              flaw ->
                  findings.report(
                      problem(pattern, "A filter of %s %s: it lets nothing through", name, flaw)));
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // its callers are in this file
  private static Problem problem(FilterPattern pattern, String message, Object... values) {
    return Problem.at(pattern.setting().place(), pattern.declaredBy(), message.formatted(values));
  }
}
