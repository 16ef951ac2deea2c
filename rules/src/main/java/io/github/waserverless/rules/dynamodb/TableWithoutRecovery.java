package io.github.waserverless.rules.dynamodb;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Optional;
import java.util.regex.Pattern;

/** What code overwrites by mistake should be there again, as it was a second before. */
@RuleInfo(
    id = "WAS739",
    name = "table-without-pitr",
    title = "Table without point-in-time recovery",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = WARNING)
public final class TableWithoutRecovery implements Rule {

  private static final String FACT =
      "no point-in-time recovery: what code overwrites or deletes by mistake is gone";
  private static final String[] SWITCH = {
    "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"
  };
  private static final Pattern SHORT_LIVED =
      Pattern.compile("(?i).*(idempot|cache|session|lock|connection).*");

  @Override
  public void check(Application app, Findings findings) {
    for (Resource table : app.resources("AWS::DynamoDB::Table")) {
      Setting enabled = table.property(SWITCH);
      report(table, enabled, enabled.isTrue().not(), app, findings);
    }
    for (Resource table : app.resources("AWS::DynamoDB::GlobalTable")) {
      Setting replicas = table.property("Replicas");
      Truth missing = replicas.anyItem(replica -> replica.get(SWITCH).isTrue().not());
      Setting first =
          replicas.items().stream()
              .filter(replica -> replica.get(SWITCH).isTrue().not().canHold())
              .findFirst()
              .orElse(replicas);
      report(table, first, missing, app, findings);
    }
  }

  private static void report(
      Resource table, Setting at, Truth missing, Application app, Findings findings) {
    boolean replaceable = isShortLived(table) || isBackedUp(table, app);
    findings.report(
        Problem.at(at.place(), table, table.name() + " has " + FACT)
            .when(missing)
            .as(replaceable ? NOTE : WARNING)
            .grouped(new Grouping("tables", "have " + FACT, Optional.empty())));
  }

  /** A table of things that expire anyway. */
  private static boolean isShortLived(Resource table) {
    return table.property("TimeToLiveSpecification", "Enabled").isTrue().canHold()
        && (SHORT_LIVED.matcher(table.logicalId()).matches()
            || table.property("TableName").renderings().stream()
                .anyMatch(name -> SHORT_LIVED.matcher(name).matches()));
  }

  private static boolean isBackedUp(Resource table, Application app) {
    return !app.referring(table, "AWS::Backup::BackupSelection", "BackupSelection", "Resources")
        .isEmpty();
  }
}
