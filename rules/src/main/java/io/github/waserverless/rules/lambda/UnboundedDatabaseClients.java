package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.CONCURRENT_REQUESTS;
import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EnvironmentVariable;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.FunctionHandler;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Service;
import io.github.waserverless.code.flow.BackendUse;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lambda starts as many environments as there are requests; a database takes only so many clients.
 */
@RuleInfo(
    id = "WAS204",
    name = "unbounded-consumer-on-bounded-backend",
    title = "Database behind a function without a limit",
    principles = CONCURRENT_REQUESTS,
    pillar = RELIABILITY,
    severity = WARNING)
public final class UnboundedDatabaseClients implements Rule {

  private static final Set<String> BACKENDS =
      Set.of(
          "AWS::RDS::DBInstance",
          "AWS::RDS::DBCluster",
          "AWS::ElastiCache::CacheCluster",
          "AWS::ElastiCache::ReplicationGroup",
          "AWS::DocDB::DBCluster");
  private static final Set<Service> BOUNDED =
      Set.of(
          Service.SCHEDULE,
          Service.KINESIS,
          Service.DYNAMODB,
          Service.KAFKA,
          Service.CLOUDFORMATION,
          Service.SECRETS_MANAGER);

  @Override
  public void check(Application app, Findings findings) {
    if (!app.resources("AWS::RDS::DBProxy").isEmpty()) {
      return;
    }
    for (LambdaFunction function : app.functions()) {
      if (function.triggers().stream().allMatch(t -> BOUNDED.contains(t.service()))) {
        continue;
      }
      Optional<FunctionHandler> handler = app.handler(function);
      Optional<BackendUse> use = handler.flatMap(h -> BackendUse.in(h.reach()));
      Optional<Resource> database = database(function, app);
      if (use.isPresent()) {
        findings.report(ofCode(use.get(), handler.orElseThrow(), database, app));
      } else {
        database.ifPresent(d -> findings.report(ofTemplate(function, d, app)));
      }
    }
  }

  private static Problem ofCode(
      BackendUse use, FunctionHandler handler, Optional<Resource> database, Application app) {
    LambdaFunction function = handler.function().orElseThrow();
    Problem problem =
        Problem.in(handler, use.reached(), message(function, use.backend()))
            .when(unlimited(function, app))
            .as(database.isPresent() ? WARNING : NOTE);
    return database.map(d -> problem.with(d, "the database")).orElse(problem);
  }

  private static Problem ofTemplate(LambdaFunction function, Resource database, Application app) {
    return Problem.of(function.resource(), message(function, database.name()))
        .when(unlimited(function, app))
        .with(database, "the database");
  }

  private static String message(LambdaFunction function, String backend) {
    return "%s connects to %s with no limit of concurrency: under load it runs out of connections"
        .formatted(function.name(), backend);
  }

  private static Optional<Resource> database(LambdaFunction function, Application app) {
    return EnvironmentVariable.of(function).stream()
        .flatMap(v -> app.targets(v.value()).stream())
        .filter(r -> BACKENDS.contains(r.type()))
        .findFirst();
  }

  /** A queue's limit counts when nothing else invokes the function. */
  private static Truth unlimited(LambdaFunction function, Application app) {
    List<EventSourceMapping> queues = app.triggers().mappings(Service.SQS, function);
    Truth open = function.reservedConcurrency().absent();
    boolean onlyQueues = function.triggers().stream().allMatch(t -> t.service() == Service.SQS);
    return onlyQueues && !queues.isEmpty()
        ? open.and(
            queues.stream()
                .map(q -> q.option("ScalingConfig", "MaximumConcurrency").absent())
                .reduce(Truth.NO, Truth::or))
        : open;
  }
}
