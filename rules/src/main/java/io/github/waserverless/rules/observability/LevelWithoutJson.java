package io.github.waserverless.rules.observability;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Optional;
import java.util.stream.Stream;

/** Lambda filters log lines by their level only where it can read the level. */
@RuleInfo(
    id = "WAS911",
    name = "log-level-without-json",
    title = "Log level without JSON logs",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = ERROR)
public final class LevelWithoutJson implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      Setting config = function.property("LoggingConfig");
      Setting format = function.property("LoggingConfig", "LogFormat");
      Truth text = format.absent().or(format.is(f -> f.equalsIgnoreCase("Text")));
      Stream.of("ApplicationLogLevel", "SystemLogLevel")
          .filter(level -> config.get(level).present().and(text).canHold())
          .findFirst()
          .ifPresent(level -> report(function, config.get(level), level, text, findings));
    }
  }

  private static void report(
      LambdaFunction function, Setting level, String name, Truth text, Findings findings) {
    String fact = name + " but logs text, not JSON: the deployment fails";
    findings.report(
        Problem.at(
                level.place(), function.resource(), "%s sets %s".formatted(function.name(), fact))
            .when(level.present().and(text))
            .grouped(new Grouping("functions", "set " + fact, Optional.of(level.place()))));
  }
}
