package io.github.waserverless.rules.observability;

import static io.github.waserverless.rule.Pillar.COST_OPTIMIZATION;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LogGroups;
import io.github.waserverless.app.Vended;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.rule.RuleOption;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;

/** Logs without an end cost more every month; logs of a few days are gone before anyone looks. */
@RuleInfo(
    id = "WAS908",
    name = "log-retention-unset",
    title = "Log group without a sensible retention",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = COST_OPTIMIZATION,
    severity = WARNING,
    options =
        @RuleOption(
            name = LogsWithoutRetention.LEAST_DAYS,
            value = 7,
            description = "fewer days of retention are too few for what serves traffic"))
public final class LogsWithoutRetention implements Rule {

  static final String LEAST_DAYS = "least-days";

  @Override
  public void check(Application app, Findings findings) {
    LogGroups logGroups = LogGroups.in(app);
    double least = option(app, LEAST_DAYS);
    for (Resource group : app.resources("AWS::Logs::LogGroup")) {
      if (Vended.isVended(group) || logGroups.hasCustomRetention(group)) {
        continue;
      }
      Setting retention = group.property("RetentionInDays");
      findings.report(
          Problem.at(
                  retention.place(),
                  group,
                  "%s has no RetentionInDays: it keeps all logs forever".formatted(group.name()))
              .when(retention.absent().and(group.property("LogGroupClass").is("DELIVERY").not())));
      if (retention.present().alwaysHolds() && logGroups.servesTraffic(group)) {
        reportShort(group, retention, least, findings);
      }
    }
  }

  private static void reportShort(
      Resource group, Setting retention, double least, Findings findings) {
    String days =
        retention.text().values().stream()
            .findFirst()
            .map(d -> d.equals("1") ? "1 day" : d + " days")
            .orElse("a few days");
    findings.report(
        Problem.at(
                retention.place(),
                group,
                "%s keeps logs for %s: they may be gone before someone looks for a failure"
                    .formatted(group.name(), days))
            .when(retention.number(least).is(kept -> kept < least))
            .as(NOTE));
  }
}
