package io.github.waserverless.rules.security;

import static io.github.waserverless.rule.Severity.NOTE;
import static io.github.waserverless.rule.Severity.WARNING;

import io.github.waserverless.app.ApiStage;
import io.github.waserverless.app.Application;
import io.github.waserverless.app.LambdaFunction;
import io.github.waserverless.rule.Grouping;
import io.github.waserverless.rule.Problem;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of a template by which services log what people send. */
final class ServiceLogs {

  private ServiceLogs() {}

  static List<Problem> in(Application app) {
    List<Problem> problems = new ArrayList<>();
    for (ApiStage stage : ApiStage.in(app)) {
      stage.property("MethodSettings").items().stream()
          .map(method -> method.get("DataTraceEnabled"))
          .filter(trace -> trace.isTrue().canHold())
          .findFirst()
          .ifPresent(trace -> problems.add(ofStage(stage, trace)));
    }
    for (Resource machine : app.resources("AWS::StepFunctions::StateMachine")) {
      problems.add(ofMachine(machine));
    }
    for (Resource api : app.resources("AWS::AppSync::GraphQLApi")) {
      problems.add(ofGraphqlApi(api));
    }
    return problems;
  }

  private static Problem ofStage(ApiStage stage, Setting trace) {
    return Problem.at(
            trace.place(),
            stage.resource(),
            "%s logs whole requests and answers: data of people and tokens end up in the log"
                .formatted(stage.name()))
        .when(stage.property("MethodSettings").anyItem(m -> m.get("DataTraceEnabled").isTrue()))
        .as(WARNING);
  }

  private static Problem ofMachine(Resource machine) {
    Setting data = machine.property("LoggingConfiguration", "IncludeExecutionData");
    Truth all = machine.property("LoggingConfiguration", "Level").is("ALL");
    return Problem.at(
            data.place(),
            machine,
            "%s logs the input and output of each state: what people sent ends up in the log"
                .formatted(machine.name()))
        .when(data.isTrue().and(all))
        .as(NOTE);
  }

  private static Problem ofGraphqlApi(Resource api) {
    Setting excluded = api.property("LogConfig", "ExcludeVerboseContent");
    return Problem.at(
            excluded.place(),
            api,
            "%s logs headers, contexts and results: what people sent ends up in the log"
                .formatted(api.name()))
        .when(excluded.present().and(excluded.isTrue().not()))
        .as(NOTE);
  }

  /** Functions that Powertools makes log their events, as a variable tells it. */
  static Problem of(LambdaFunction function) {
    Setting variable = function.environment().get("POWERTOOLS_LOGGER_LOG_EVENT");
    String fact = "every event: data of people and tokens end up in the log";
    return Problem.at(
            variable.place(), function.resource(), "%s logs %s".formatted(function.name(), fact))
        .when(variable.isTrue())
        .grouped(new Grouping("functions", "log " + fact, Optional.of(variable.place())));
  }
}
