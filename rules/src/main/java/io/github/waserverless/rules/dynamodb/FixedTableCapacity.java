package io.github.waserverless.rules.dynamodb;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.CONCURRENT_REQUESTS;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.TableScaling;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;

/** A table should keep up with the functions that scale in front of it. */
@RuleInfo(
    id = "WAS207",
    name = "dynamodb-capacity-not-elastic",
    title = "DynamoDB table with fixed capacity",
    principles = CONCURRENT_REQUESTS,
    pillar = RELIABILITY,
    severity = WARNING)
public final class FixedTableCapacity implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    for (Resource table : app.resources("AWS::DynamoDB::Table")) {
      report(table, Truth.NO, app, findings);
    }
    for (Resource table : app.resources("AWS::DynamoDB::GlobalTable")) {
      report(table, table.property("WriteProvisionedThroughputSettings").present(), app, findings);
    }
  }

  private static void report(
      Resource table, Truth scalesItself, Application app, Findings findings) {
    Setting mode = table.property("BillingMode");
    Truth provisioned = mode.absent().or(mode.is("PROVISIONED"));
    TableScaling scaling = new TableScaling(app);
    Truth unscaled =
        app.lacks(table, scaling.targets(table, "dynamodb:table:ReadCapacityUnits"))
            .or(app.lacks(table, scaling.targets(table, "dynamodb:table:WriteCapacityUnits")));
    if (table.type().equals("AWS::DynamoDB::Table")) {
      reportIndexes(table, provisioned.and(unscaled.not()), app, findings);
    }
    findings.report(
        Problem.at(
                mode.place(),
                table,
                "%s has a fixed capacity: requests beyond it are refused while functions scale"
                    .formatted(table.name()))
            .when(provisioned.and(unscaled).and(scalesItself.not())));
  }

  private static void reportIndexes(
      Resource table, Truth scaled, Application app, Findings findings) {
    Setting indexes = table.property("GlobalSecondaryIndexes");
    TableScaling scaling = new TableScaling(app);
    Truth unscaled =
        app.lacks(table, scaling.targets(table, "dynamodb:index:ReadCapacityUnits"))
            .or(app.lacks(table, scaling.targets(table, "dynamodb:index:WriteCapacityUnits")));
    findings.report(
        Problem.at(
                indexes.place(),
                table,
                "%s scales but its indexes do not: a full index holds up the writes of the table"
                    .formatted(table.name()))
            .when(scaled.and(indexes.present()).and(unscaled))
            .as(NOTE));
  }
}
