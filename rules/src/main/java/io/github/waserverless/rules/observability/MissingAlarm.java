package io.github.waserverless.rules.observability;

import static io.github.waserverless.rule.Pillar.OPERATIONAL_EXCELLENCE;
import static io.github.waserverless.rule.Principle.DESIGN_FOR_FAILURES;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.AlarmCoverage;
import io.github.waserverless.app.Application;
import io.github.waserverless.app.DeadLetters;
import io.github.waserverless.app.EventSourceMapping;
import io.github.waserverless.app.HealthMetric;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.app.Service;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import io.github.waserverless.template.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What fails, or falls behind, should tell somebody. */
@RuleInfo(
    id = "WAS918",
    name = "function-alarm-missing",
    title = "Function, API or workflow without an alarm on failures",
    principles = DESIGN_FOR_FAILURES,
    pillar = OPERATIONAL_EXCELLENCE,
    severity = NOTE)
public final class MissingAlarm implements Rule {

  /** Of what there is no alarm, in words. */
  private record Gap(String subjects, String metric, String consequence) {

    String fact() {
      return metric + ": " + consequence;
    }
  }

  private static final String UNSEEN = "failures show only to those who look";

  private static final Gap NOTHING =
      new Gap("functions", "no alarm, nor has anything else here", UNSEEN);
  private static final Gap FUNCTION =
      new Gap("functions", "no alarm on errors, throttles or duration", UNSEEN);
  private static final Gap API = new Gap("APIs", "no alarm on 5XX errors", UNSEEN);
  private static final Gap WORKFLOW =
      new Gap("state machines", "no alarm on failed executions", UNSEEN);
  private static final Gap QUEUE =
      new Gap(
          "queues",
          "no alarm on the age or number of messages",
          "a consumer that falls behind goes unnoticed");
  private static final Gap STREAM =
      new Gap(
          "stream consumers", "no alarm on IteratorAge", "records may expire before they are read");

  @Override
  public void check(Application app, Findings findings) {
    AlarmCoverage coverage = new AlarmCoverage(app);
    boolean none = app.alarms().isEmpty();
    for (LambdaFunction function : app.functions()) {
      if (servesTraffic(function) && !OtherTracer.traces(function)) {
        List<Resource> alarms = coverage.ofFailures(function);
        report(function.resource(), alarms, none ? NOTHING : FUNCTION, app, findings);
      }
    }
    if (!none) {
      checkOthers(coverage, app, findings);
    }
  }

  private static boolean servesTraffic(LambdaFunction function) {
    return !function.runsAtEdge()
        && function.triggers().stream()
            .anyMatch(
                t -> t.service() != Service.CLOUDFORMATION && t.service() != Service.CODEDEPLOY);
  }

  private static void checkOthers(AlarmCoverage coverage, Application app, Findings findings) {
    Stream.of("AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api")
        .flatMap(type -> app.resources(type).stream())
        .filter(api -> api.property("ProtocolType").is("WEBSOCKET").neverHolds())
        .forEach(
            api -> report(api, coverage.of(api, HealthMetric.API_FAILURES), API, app, findings));
    for (Resource machine : app.resources("AWS::StepFunctions::StateMachine")) {
      List<Resource> alarms = coverage.of(machine, HealthMetric.EXECUTION_FAILURES);
      report(machine, alarms, WORKFLOW, app, findings);
    }
    app.triggers().mappings(Service.SQS).stream()
        .flatMap(mapping -> mapping.sources().stream())
        .distinct()
        .filter(q -> !app.deadLetters().contains(q) && !DeadLetters.isNamedLikeOne(q))
        .forEach(
            queue ->
                report(queue, coverage.of(queue, HealthMetric.MESSAGE_AGE), QUEUE, app, findings));
    for (EventSourceMapping mapping : app.triggers().mappings()) {
      if (mapping.kind().filter(Service::isStream).isPresent()) {
        report(mapping.resource(), ofDelay(mapping, coverage), STREAM, app, findings);
      }
    }
  }

  private static List<Resource> ofDelay(EventSourceMapping mapping, AlarmCoverage coverage) {
    return Stream.concat(
            mapping.functions().stream().flatMap(f -> ofDelay(f, coverage)),
            mapping.sources().stream()
                .flatMap(s -> coverage.of(s, HealthMetric.STREAM_AGE).stream()))
        .toList();
  }

  private static Stream<Resource> ofDelay(Resource function, AlarmCoverage coverage) {
    return coverage.of(function, HealthMetric.ITERATOR_AGE).stream();
  }

  private static void report(
      Resource resource, List<Resource> alarms, Gap gap, Application app, Findings findings) {
    findings.report(
        Problem.of(resource, "%s has %s".formatted(resource.name(), gap.fact()))
            .when(app.lacks(resource, alarms))
            .grouped(
                gap.equals(NOTHING)
                    ? Grouping.everywhere(gap.subjects(), "have " + gap.fact())
                    : new Grouping(gap.subjects(), "have " + gap.fact(), Optional.empty())));
  }
}
