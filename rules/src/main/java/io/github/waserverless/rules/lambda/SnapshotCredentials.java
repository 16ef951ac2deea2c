package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.code.flow.EnvironmentCredentials;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Truth;

/** With SnapStart the credentials do not come in environment variables. */
@RuleInfo(
    id = "WAS113",
    name = "snapstart-env-credentials",
    title = "Credentials from the environment with SnapStart",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = RELIABILITY,
    severity = ERROR)
public final class SnapshotCredentials implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (FunctionHandler handler : app.handlers()) {
      Truth on =
          handler.function().map(f -> f.snapStart().is("PublishedVersions")).orElse(Truth.NO);
      if (on.canHold()) {
        for (EnvironmentCredentials use :
            EnvironmentCredentials.in(handler.reach(), handler.values())) {
          findings.report(
              Problem.in(
                      handler,
                      use.reached(),
                      "%s takes its credentials from environment variables: with SnapStart they are not there"
                          .formatted(handler.name()))
                  .when(on));
        }
      }
    }
  }
}
