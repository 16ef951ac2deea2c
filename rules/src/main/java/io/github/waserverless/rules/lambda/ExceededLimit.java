package io.github.waserverless.rules.lambda;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.EnvironmentVariable;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Quota;
import io.github.waserverless.app.Quotas;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Possible;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A value outside of what AWS accepts shows at deployment, and then stops all of it. */
@RuleInfo(
    id = "WAS008",
    name = "lambda-limit-exceeded",
    title = "Setting outside of what Lambda accepts",
    principles = SPEEDY_SIMPLE_SINGULAR,
    pillar = RELIABILITY,
    severity = ERROR)
public final class ExceededLimit implements Rule {

  @Override
  public void check(Application app, Findings findings) {
    Quotas quotas = Quotas.in(app.data());
    for (LambdaFunction function : app.functions()) {
      check(function.resource(), of(function, quotas), findings);
      checkEnvironment(function, quotas.environmentBytes(), findings);
    }
    for (Resource config : app.resources("AWS::Lambda::EventInvokeConfig")) {
      check(config, quotas.asyncInvoke(), findings);
    }
    for (Resource queue : app.resources("AWS::SQS::Queue")) {
      check(queue, quotas.queue(), findings);
    }
    for (Resource rule : app.resources("AWS::Events::Rule")) {
      check(rule, quotas.rule(), findings);
    }
    for (EventSourceMapping mapping : app.triggers().mappings()) {
      check(mapping.resource(), quotas.eventSourceMapping(mapping), findings);
    }
  }

  /** The quotas that hold for a function; some differ on managed instances. */
  private static List<Quota> of(LambdaFunction function, Quotas quotas) {
    Setting provider = function.property("CapacityProviderConfig");
    if (provider.absent().alwaysHolds()) {
      return quotas.function();
    }
    List<Quota> others = quotas.managedInstances();
    Stream<Quota> common =
        quotas.function().stream()
            .filter(own -> others.stream().noneMatch(o -> o.path().equals(own.path())));
    boolean managed = provider.present().alwaysHolds() && !provider.entries().isEmpty();
    return Stream.concat(common, managed ? others.stream() : Stream.of()).toList();
  }

  private static void check(Resource resource, List<Quota> quotas, Findings findings) {
    for (Quota quota : quotas) {
      Setting setting = resource.property(quota.keys());
      quota
          .excess(setting)
          .ifPresent(
              value ->
                  findings.report(
                      problem(resource, setting, quota, value).when(quota.exceededBy(setting))));
    }
  }

  private static Problem problem(Resource resource, Setting setting, Quota quota, String value) {
    String fact =
        quota.countsItems()
            ? "%s %s where %s are accepted".formatted(value, quota.unit(), quota.range())
            : "%s of %s where %s are accepted".formatted(quota.name(), value, quota.range());
    return Problem.at(
            setting.place(),
            resource,
            "%s has %s: the deployment fails".formatted(resource.name(), fact))
        .grouped(
            new Grouping(
                "resources",
                "have %s: the deployment fails".formatted(fact),
                Optional.of(setting.place())));
  }

  private static void checkEnvironment(LambdaFunction function, double most, Findings findings) {
    Possible<Integer> bytes =
        EnvironmentVariable.of(function).stream()
            .map(EnvironmentVariable::bytes)
            .reduce(Possible.of(0), (sum, next) -> sum.with(next, Integer::sum));
    Truth exceeded = bytes.is(size -> size > most);
    if (!exceeded.canHold()) {
      return;
    }
    int largest = bytes.values().isEmpty() ? 0 : Collections.max(bytes.values());
    findings.report(
        Problem.at(
                function.environment().place(),
                function.resource(),
                "%s has %s bytes of environment where %s are accepted: the deployment fails"
                    .formatted(function.name(), largest, Math.round(most)))
            .when(exceeded));
  }
}
