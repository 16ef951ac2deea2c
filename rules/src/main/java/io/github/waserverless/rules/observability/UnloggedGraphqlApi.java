package io.github.waserverless.rules.observability;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;

/** A resolver that fails should leave a trace. */
@RuleInfo(
    id = "WAS917",
    name = "appsync-logging-off",
    title = "GraphQL API without logs",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = NOTE)
public final class UnloggedGraphqlApi implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (Resource api : app.resources("AWS::AppSync::GraphQLApi")) {
      Setting log = api.property("LogConfig");
      Setting level = log.get("FieldLogLevel");
      Truth silent = log.present().and(level.is("NONE"));
      findings.report(
          Problem.at(
                  silent.canHold() ? level.place() : log.place(),
                  api,
                  "%s logs no errors of its resolvers: a query that fails leaves nothing to look at"
                      .formatted(api.name()))
              .when(log.absent().or(silent)));
    }
  }
}
