package io.github.waserverless.rules.events;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Principle.SPEEDY_SIMPLE_SINGULAR;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Service;
import io.github.waserverless.app.Trigger;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Truth;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A function should serve one kind of event. */
@RuleInfo(
    id = "WAS102",
    name = "mixed-event-sources",
    title = "Function with several kinds of event sources",
    principles = {SPEEDY_SIMPLE_SINGULAR, EVENTS_TRIGGER_TRANSACTIONS},
    pillar = OPERATIONAL_EXCELLENCE,
    severity = WARNING)
public final class MixedEventSources implements Rule {

  /** They say nothing of the work that a function does. */
  private static final Set<Service> NOT_COUNTED =
      EnumSet.of(
          Service.AUTHORIZER,
          Service.CLOUDFORMATION,
          Service.CODEDEPLOY,
          Service.LAMBDA_DESTINATION,
          Service.SECRETS_MANAGER,
          Service.OTHER);

  @Override
  public void check(Application app, Findings findings) {
    for (LambdaFunction function : app.functions()) {
      Map<Service, Trigger> kinds = new LinkedHashMap<>();
      for (Trigger trigger : function.triggers()) {
        if (!NOT_COUNTED.contains(trigger.service()) && !trigger.isWarmUp()) {
          kinds.putIfAbsent(kind(trigger.service()), trigger);
        }
      }
      if (kinds.size() > 1 && !isOneTopic(kinds, app)) {
        report(function, kinds, findings);
      }
    }
  }

  /** All that carries an HTTP request is one kind. */
  private static Service kind(Service service) {
    return switch (service) {
      case FUNCTION_URL, LOAD_BALANCER -> Service.API_GATEWAY;
      default -> service;
    };
  }

  /** A topic, and a queue that subscribes to it, bring the same messages. */
  private static boolean isOneTopic(Map<Service, Trigger> kinds, Application app) {
    return kinds.keySet().equals(EnumSet.of(Service.SNS, Service.SQS))
        && app.triggers().mappings(Service.SQS).stream()
            .flatMap(mapping -> mapping.sources().stream())
            .anyMatch(
                queue ->
                    app.resources("AWS::SNS::Subscription").stream()
                        .anyMatch(s -> app.refersTo(s.property("Endpoint"), queue)));
  }

  private static void report(
      LambdaFunction function, Map<Service, Trigger> kinds, Findings findings) {
    String services = String.join(" and ", kinds.keySet().stream().map(Service::inWords).toList());
    Guard together =
        kinds.values().stream()
            .filter(t -> t.declaredBy().template().equals(function.resource().template()))
            .map(Trigger::exists)
            .reduce(Guard.ALWAYS, Guard::and);
    Problem problem =
        Problem.of(
                function.resource(),
                "%s serves %s: one timeout, memory and set of permissions must fit them all"
                    .formatted(function.name(), services))
            .when(Truth.when(together));
    for (Map.Entry<Service, Trigger> kind : kinds.entrySet()) {
      if (!kind.getValue().place().equals(function.location())) {
        problem = problem.with(kind.getValue().place(), kind.getKey().inWords());
      }
    }
    findings.report(problem);
  }
}
