package io.github.waserverless.rules.observability;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Origin;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What helps while developing costs money, and may tell too much, in production. */
@RuleInfo(
    id = "WAS910",
    name = "debug-logging-in-production",
    title = "Debug logging at every stage",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = NOTE)
public final class DebugLogging implements Rule {

  private static final Set<String> VERBOSE = Set.of("DEBUG", "TRACE", "ALL");
  private static final Set<String> ON = Set.of("TRUE", "1", "ON", "YES");

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      if (function.resource().exists() == Guard.ALWAYS) {
        settings(function).entrySet().stream()
            .filter(e -> isVerbose(e.getKey(), e.getValue()))
            .findFirst()
            .ifPresent(e -> report(function, e.getKey(), e.getValue(), findings));
      }
    }
  }

  private static Map<String, Setting> settings(LambdaFunction function) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (String name :
        new String[] {"POWERTOOLS_LOG_LEVEL", "LOG_LEVEL", "POWERTOOLS_DEV", "DEV"}) {
      settings.put(name, function.environment().get(name));
    }
    settings.put("ApplicationLogLevel", function.property("LoggingConfig", "ApplicationLogLevel"));
    return settings;
  }

  /** A level that a parameter, a mapping or a condition chooses is that of one stage. */
  private static boolean isVerbose(String name, Setting setting) {
    Set<String> words = name.endsWith("DEV") ? ON : VERBOSE;
    Truth verbose = setting.is(text -> words.contains(text.strip().toUpperCase(Locale.ROOT)));
    return verbose.alwaysHolds() && verbose.origin() == Origin.WRITTEN;
  }

  private static void report(
      LambdaFunction function, String name, Setting setting, Findings findings) {
    String fact =
        "%s to %s at every stage: production pays for each line, and lines may tell secrets"
            .formatted(name, setting.text().certain().orElse("on"));
    findings.report(
        Problem.at(
                setting.place(), function.resource(), "%s sets %s".formatted(function.name(), fact))
            .grouped(new Grouping("functions", "set " + fact, Optional.empty())));
  }
}
