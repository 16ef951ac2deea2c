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
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
      if (kinds.size() > 1 && !isOneTopic(function, kinds, app)) {
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

  /** A topic, and a queue of the function that subscribes to it, bring the same messages. */
  private static boolean isOneTopic(
      LambdaFunction function, Map<Service, Trigger> kinds, Application app) {
    if (!kinds.keySet().equals(EnumSet.of(Service.SNS, Service.SQS))) {
      return false;
    }
    Set<Object> topics =
        function.triggers().stream()
            .filter(t -> t.service() == Service.SNS)
            .flatMap(t -> topics(t.declaredBy(), app))
            .collect(Collectors.toSet());
    return app.triggers().mappings(Service.SQS, function).stream()
        .allMatch(mapping -> mapping.sources().stream().anyMatch(q -> takes(q, topics, app)));
  }

  private static boolean takes(Resource queue, Set<Object> topics, Application app) {
    return Stream.concat(
            app.referring(queue, "AWS::SNS::Subscription", "Endpoint").stream(),
            app.referring(queue, "AWS::SNS::Topic", "Subscription").stream()
                .filter(topic -> hasInside(topic, queue, app)))
        .anyMatch(s -> topics(s, app).anyMatch(topics::contains));
  }

  private static boolean hasInside(Resource topic, Resource queue, Application app) {
    return topic.property("Subscription").items().stream()
        .anyMatch(s -> app.refersTo(s.get("Endpoint"), queue));
  }

  /** The topics of a subscription, as resources and as texts; or the topic that has it inside. */
  private static Stream<Object> topics(Resource subscription, Application app) {
    Setting topic = subscription.property("TopicArn");
    return subscription.type().equals("AWS::SNS::Topic")
        ? Stream.of(subscription)
        : Stream.concat(app.targets(topic).stream(), topic.renderings().stream());
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
