package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Qualifiers;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;

/** SAM publishes a version when the code changes, and only then. */
@RuleInfo(
    id = "WAS924",
    name = "alias-not-published-on-config-change",
    title = "Alias that keeps the old configuration",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = NOTE)
public final class UnpublishedConfiguration implements Rule {

  private static final String CONSEQUENCE =
      "a version only when the code changes: other changes do not reach the alias";

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      Qualifiers qualifiers = app.qualifiers(function);
      List<Resource> aliases =
          qualifiers.aliases().stream().filter(alias -> !alias.declared()).toList();
      if (aliases.isEmpty()) {
        continue;
      }
      findings.report(
          Problem.of(function.resource(), "%s publishes %s".formatted(function.name(), CONSEQUENCE))
              .when(
                  isCodeOnly(function)
                      .and(Truth.of(isFixed(function) || isPrepared(function, qualifiers)))
                      .and(Truth.when(aliases.get(0).exists())))
              .grouped(new Grouping("functions", "publish " + CONSEQUENCE, app.globals(function))));
    }
  }

  private static Truth isCodeOnly(LambdaFunction function) {
    Setting all = function.property("AutoPublishAliasAllProperties");
    return all.absent()
        .or(all.is("false"))
        .and(function.property("AutoPublishCodeSha256").absent())
        .and(function.property("PublishToLatestPublished").absent());
  }

  /** Whether the code stays under one name, so that no deployment sees it change. */
  private static boolean isFixed(LambdaFunction function) {
    Setting uri = function.property("CodeUri");
    return uri.is(u -> u.startsWith("s3://")).alwaysHolds()
        || uri.get("Key").is(key -> true).alwaysHolds()
        || function.property("ImageUri").is(u -> u.contains("@sha256:")).alwaysHolds();
  }

  /** Whether what the alias keeps ready is made of the old configuration. */
  private static boolean isPrepared(LambdaFunction function, Qualifiers qualifiers) {
    return function.snapStart().is("PublishedVersions").canHold()
        || qualifiers.aliases().stream().anyMatch(a -> Qualifiers.provisioned(a).canHold());
  }
}
