package io.github.waserverless.rules.messaging;

import static io.github.waserverless.rule.Pillar.RELIABILITY;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.ERROR;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.DeadLetters;
import io.github.waserverless.app.EventPattern;
import io.github.waserverless.app.InvocationMode;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Trigger;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What could not be processed must not come back to where it failed. */
@RuleInfo(
    id = "WAS737",
    name = "self-targeting-failure-path",
    title = "Failures that come back to where they failed",
    principles = DESIGN_FOR_FAILURES,
    pillar = RELIABILITY,
    severity = ERROR)
public final class FailureLoop implements Rule {

  private static final String DEFAULT_BUS = "default";

  @Override
  public void check(Application app, Findings findings) {
    checkQueues(app, findings);
    for (LambdaFunction function : app.functions()) {
      if (!mayUseDestinations(function, app)) {
        continue;
      }
      for (Resource config : app.failureDestinations().configurations(function)) {
        checkDestination(config, "OnFailure", function, app, findings);
        checkDestination(config, "OnSuccess", function, app, findings);
      }
    }
  }

  /** Destinations are for asynchronous events; without these they have no effect. */
  private static boolean mayUseDestinations(LambdaFunction function, Application app) {
    return function.invoked(InvocationMode.ASYNC) || !app.triggerKnowledge().isComplete(function);
  }

  private static void checkQueues(Application app, Findings findings) {
    Set<Resource> reported = new HashSet<>();
    for (DeadLetters.Sender sender : app.deadLetters().senders()) {
      if (sender.kind() != DeadLetters.Kind.REDRIVE || reported.contains(sender.user())) {
        continue;
      }
      List<Resource> circle = circle(sender.user(), app);
      reported.addAll(circle);
      if (!circle.isEmpty()) {
        report(sender, circle, findings);
      }
    }
  }

  /** The queues by which the messages of a queue come back to it; empty if they do not. */
  private static List<Resource> circle(Resource queue, Application app) {
    List<Resource> passed = new ArrayList<>();
    Optional<Resource> next = Optional.of(queue);
    while (next.isPresent() && !passed.contains(next.get())) {
      passed.add(next.get());
      next = deadLetterQueue(next.get(), app);
    }
    return next.filter(queue::equals).isPresent() ? passed : List.of();
  }

  private static Optional<Resource> deadLetterQueue(Resource queue, Application app) {
    return app.deadLetters().senders(queue).stream()
        .filter(s -> s.kind() == DeadLetters.Kind.REDRIVE)
        .flatMap(s -> app.targets(s.target()).stream())
        .findFirst();
  }

  private static void report(DeadLetters.Sender sender, List<Resource> circle, Findings findings) {
    Resource queue = sender.user();
    String others =
        circle.stream().skip(1).map(Resource::name).collect(Collectors.joining(" and "));
    Problem problem =
        Problem.at(
                sender.target().place(),
                queue,
                circle.size() == 1
                    ? "%s is its own dead-letter queue: messages that keep failing never leave it"
                        .formatted(queue.name())
                    : "%s gets its failures back from %s: messages that keep failing go round in circles"
                        .formatted(queue.name(), others))
            .when(sender.target().present());
    for (Resource other : circle.subList(1, circle.size())) {
      problem = problem.with(other, "on the way back");
    }
    findings.report(problem);
  }

  private static void checkDestination(
      Resource config, String on, LambdaFunction function, Application app, Findings findings) {
    Setting destination = config.property("DestinationConfig", on, "Destination");
    if (app.refersTo(destination, function.resource())) {
      findings.report(
          problem(config, on, destination, function, "itself").when(destination.present()));
      return;
    }
    for (Trigger trigger : function.triggers()) {
      Truth returns = returns(trigger, destination, on, app);
      if (returns.canHold()) {
        String through = trigger.declaredBy().name();
        findings.report(
            problem(config, on, destination, function, nameOf(destination, app, through))
                .when(destination.present().and(returns))
                .with(trigger.declaredBy(), "which invokes it"));
        return;
      }
    }
  }

  private static Problem problem(
      Resource config, String on, Setting destination, LambdaFunction function, String target) {
    boolean failed = on.equals("OnFailure");
    String back = target.equals("itself") ? "itself" : target + ", which invokes it";
    return Problem.at(
        destination.place(),
        config,
        "%s sends what %s to %s: %s"
            .formatted(
                function.name(),
                failed ? "failed" : "it has done",
                back,
                failed ? "it fails there again and again" : "every event starts the next one"));
  }

  private static String nameOf(Setting destination, Application app, String otherwise) {
    return app.targets(destination).stream().map(Resource::name).findFirst().orElse(otherwise);
  }

  /** Whether what is sent to a destination triggers the function again. */
  private static Truth returns(Trigger trigger, Setting destination, String on, Application app) {
    Resource source = trigger.declaredBy();
    if (source.type().equals("AWS::S3::Bucket") || !trigger.evident()) {
      return Truth.NO;
    }
    boolean same =
        app.triggers().sources(trigger).stream().anyMatch(s -> app.targets(destination).contains(s))
            || (isDefaultBus(destination) && takesFromDefaultBus(source));
    if (!same || !source.type().equals("AWS::Events::Rule")) {
      return Truth.of(same);
    }
    String result = on.equals("OnFailure") ? "Failure" : "Success";
    return EventPattern.of(source).takes("lambda", "Lambda Function Invocation Result - " + result);
  }

  private static boolean isDefaultBus(Setting destination) {
    return destination.renderings().stream().anyMatch(arn -> arn.endsWith(":event-bus/default"));
  }

  private static boolean takesFromDefaultBus(Resource rule) {
    Setting bus = rule.property("EventBusName");
    return rule.type().equals("AWS::Events::Rule")
        && bus.absent().or(bus.is(DEFAULT_BUS)).alwaysHolds();
  }
}
