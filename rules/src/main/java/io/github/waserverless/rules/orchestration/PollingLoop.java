package io.github.waserverless.rules.orchestration;

import static io.github.waserverless.rule.Pillar.COST_OPTIMIZATION;
import static io.github.waserverless.rule.Principle.EVENTS_TRIGGER_TRANSACTIONS;
import static io.github.waserverless.rule.Principle.ORCHESTRATE_WITH_STATE_MACHINES;
import static io.github.waserverless.rule.Severity.NOTE;

import io.github.waserverless.app.Application;
import io.github.waserverless.app.StateMachine;
import io.github.waserverless.app.states.Definition;
import io.github.waserverless.app.states.Integration;
import io.github.waserverless.app.states.IntegrationPattern;
import io.github.waserverless.app.states.State;
import io.github.waserverless.rule.Findings;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.RuleInfo;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Step Functions can wait for many jobs itself; a loop that asks for them pays for every round. */
@RuleInfo(
    id = "WAS522",
    name = "sfn-polling-loop",
    title = "Polling of a job that Step Functions can wait for",
    principles = {ORCHESTRATE_WITH_STATE_MACHINES, EVENTS_TRIGGER_TRANSACTIONS},
    pillar = COST_OPTIMIZATION,
    severity = NOTE)
public final class PollingLoop implements Rule {

  /** Source: AWS Step Functions Developer Guide, "Integrating optimized services". */
  private static final Set<String> JOBS =
      Set.of(
          "athena:startQueryExecution",
          "batch:submitJob",
          "bedrock:createModelCustomizationJob",
          "codebuild:startBuild",
          "codebuild:startBuildBatch",
          "databrew:startJobRun",
          "ecs:runTask",
          "elasticmapreduce:addStep",
          "elasticmapreduce:createCluster",
          "elasticmapreduce:terminateCluster",
          "emr-containers:startJobRun",
          "emr-serverless:startJobRun",
          "glue:startJobRun",
          "mediaconvert:createJob",
          "sagemaker:createHyperParameterTuningJob",
          "sagemaker:createLabelingJob",
          "sagemaker:createProcessingJob",
          "sagemaker:createTrainingJob",
          "sagemaker:createTransformJob",
          "states:startExecution");

  private static final Pattern ASKS = Pattern.compile("(describe|get|list|batchGet)[A-Z]\\w*");

  @Override
  public void check(Application app, Findings findings) {
    for (StateMachine machine : app.stateMachines()) {
      for (Definition definition : machine.definitions()) {
        Set<State> told = new HashSet<>();
        for (State state : definition.states()) {
          if (state.is("Wait")) {
            loop(state, machine)
                .filter(loop -> told.add(loop.start))
                .ifPresent(loop -> report(loop, machine, definition, findings));
          }
        }
      }
    }
  }

  /** A job that is started, the state that waits, and the one that asks. */
  private record Loop(State start, State pause, State question) {}

  private static Optional<Loop> loop(State wait, StateMachine machine) {
    Set<State> before = wait.workflow().before(wait);
    Set<State> round = new LinkedHashSet<>(before);
    round.retainAll(wait.after());
    if (round.stream().noneMatch(s -> s.is("Choice"))) {
      return Optional.empty();
    }
    for (State question : round) {
      Optional<State> start =
          before.stream()
              .filter(s -> !round.contains(s))
              .filter(s -> startsJob(s, machine) && asks(question, s, machine))
              .findFirst();
      if (start.isPresent()) {
        return Optional.of(new Loop(start.get(), wait, question));
      }
    }
    return Optional.empty();
  }

  private static boolean startsJob(State state, StateMachine machine) {
    return machine
        .integration(state)
        .filter(i -> i.pattern() == IntegrationPattern.REQUEST_RESPONSE)
        .filter(i -> JOBS.contains(optimized(i)))
        .isPresent();
  }

  /** Whether a state asks the service that started the job, or has a function do so. */
  private static boolean asks(State question, State start, StateMachine machine) {
    String service = machine.integration(start).map(PollingLoop::service).orElse("");
    return machine
        .integration(question)
        .filter(
            i -> i.isLambda() || (service(i).equals(service) && ASKS.matcher(i.action()).matches()))
        .isPresent();
  }

  private static String optimized(Integration integration) {
    return service(integration) + ":" + integration.action();
  }

  /** The SDK has other names for some services. */
  private static String service(Integration integration) {
    return switch (integration.service()) {
      case "sfn" -> "states";
      case "emr" -> "elasticmapreduce";
      case "emrserverless" -> "emr-serverless";
      case "emrcontainers" -> "emr-containers";
      default -> integration.service();
    };
  }

  private static void report(
      Loop loop, StateMachine machine, Definition definition, Findings findings) {
    String job = machine.integration(loop.start).map(PollingLoop::optimized).orElse("");
    Problem problem =
        Problem.at(
                loop.pause.place(),
                machine.resource(),
                "%s polls in %s for the end of %s, which %s.sync waits for without any loop"
                    .formatted(machine.name(), loop.question.name(), loop.start.name(), job))
            .when(definition.applies());
    findings.report(
        loop.start.place().equals(loop.pause.place())
            ? problem
            : problem
                .with(loop.start.place(), "starts the job")
                .with(loop.question.place(), "asks for its state"));
  }
}
