package io.github.waserverless.rules.storage;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.DeadLetters;
import io.github.waserverless.app.Vended;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Data should outlive the stack that its table or bucket was declared in. */
@RuleInfo(
    id = "WAS740",
    name = "stateful-resource-deletion-policy",
    title = "Data that goes with the stack",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = NOTE)
public final class DataWithoutDeletionPolicy implements Rule {

  private static final String QUEUE = "AWS::SQS::Queue";

  /** What CloudFormation deletes unless told otherwise; it takes a snapshot of databases. */
  private static final Set<String> STATEFUL =
      Set.of(
          "AWS::DynamoDB::Table",
          "AWS::DynamoDB::GlobalTable",
          "AWS::S3::Bucket",
          "AWS::Kinesis::Stream",
          QUEUE,
          "AWS::Cognito::UserPool",
          "AWS::SecretsManager::Secret",
          "AWS::KMS::Key");

  private static final String FACT =
      "no DeletionPolicy: a deleted stack, or a change that replaces a resource, takes data along";

  @Override
  public void check(Application app, Findings findings) {
    app.resources().stream()
        .filter(resource -> STATEFUL.contains(resource.type()))
        .filter(resource -> resource.declared() && !Vended.isVended(resource))
        .filter(resource -> !isFailureQueue(resource, app))
        .sorted(Comparator.comparing(Resource::location))
        .forEach(resource -> report(resource, findings));
  }

  private static boolean isFailureQueue(Resource resource, Application app) {
    return resource.type().equals(QUEUE)
        && (app.deadLetters().contains(resource) || DeadLetters.isNamedLikeOne(resource));
  }

  private static void report(Resource resource, Findings findings) {
    findings.report(
        Problem.of(resource, resource.name() + " has " + FACT)
            .when(
                resource
                    .attribute("DeletionPolicy")
                    .absent()
                    .and(resource.attribute("UpdateReplacePolicy").absent()))
            .as(NOTE)
            .grouped(new Grouping("resources", "have " + FACT, Optional.empty())));
  }
}
