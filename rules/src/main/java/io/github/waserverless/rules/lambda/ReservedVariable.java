package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.NO_HARDWARE_AFFINITY;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EnvironmentVariable;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Quotas;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.source.Location;
import java.util.Optional;
import java.util.Set;

/** A variable that Lambda sets itself cannot be set by a function's configuration. */
@RuleInfo(
    id = "WAS007",
    name = "reserved-env-var",
    title = "Environment variable of a reserved name",
    principles = NO_HARDWARE_AFFINITY,
    pillar = RELIABILITY,
    severity = ERROR)
public final class ReservedVariable implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    Set<String> reserved = Quotas.in(app.data()).reservedEnvironmentNames();
    for (LambdaFunction function : app.functions()) {
      for (EnvironmentVariable variable : EnvironmentVariable.of(function)) {
        if (reserved.contains(variable.name())) {
          report(variable, function, findings);
        }
      }
    }
  }

  private static void report(
      EnvironmentVariable variable, LambdaFunction function, Findings findings) {
    String fact = "%s, which only Lambda itself may set".formatted(variable.name());
    Location place = variable.value().place();
    findings.report(
        Problem.at(
                place,
                function.resource(),
                "%s sets %s: the deployment fails".formatted(function.name(), fact))
            .when(variable.value().present())
            .grouped(
                new Grouping(
                    "functions",
                    "set %s: the deployment fails".formatted(fact),
                    Optional.of(place))));
  }
}
