package io.github.waserverless.rules.observability;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;

/** A query should be traced through its resolvers. */
@RuleInfo(
    id = "WAS904",
    name = "appsync-tracing-off",
    title = "GraphQL API without tracing",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class UntracedGraphqlApi implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (Resource api : app.resources("AWS::AppSync::GraphQLApi")) {
      Setting enabled = api.property("XrayEnabled");
      findings.report(
          Problem.at(
                  enabled.place(),
                  api,
                  "%s is not traced: no trace shows which resolver is slow or fails"
                      .formatted(api.name()))
              .when(enabled.isTrue().not()));
    }
  }
}
