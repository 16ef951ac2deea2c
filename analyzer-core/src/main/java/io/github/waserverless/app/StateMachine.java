package io.github.waserverless.app;

import io.github.waserverless.app.states.Definition;
import io.github.waserverless.app.states.Definitions;
import io.github.waserverless.app.states.Integration;
import io.github.waserverless.app.states.State;
import io.github.waserverless.app.states.Unread;
import io.github.waserverless.source.Notice;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A state machine: its resource, and its definition bound to the functions that it calls. */
public final class StateMachine {

  private static final String TYPE = "AWS::StepFunctions::StateMachine";

  private static final List<String> APIS =
      List.of(
          "AWS::ApiGateway::Method",
          "AWS::ApiGateway::RestApi",
          "AWS::ApiGatewayV2::Api",
          "AWS::ApiGatewayV2::Integration");

  private final Application app;
  private final Resource resource;
  private final Definitions definitions;

  private StateMachine(Resource resource, Application app) {
    this.app = app;
    this.resource = resource;
    this.definitions = Definitions.of(resource);
  }

  /** All state machines of an application. */
  static List<StateMachine> in(Application app) {
    return app.resources(TYPE).stream().map(machine -> new StateMachine(machine, app)).toList();
  }

  /** The definitions of an application's state machines that stand in files of their own. */
  public static List<Definition> inFiles(Application app) {
    return app.stateMachines().stream()
        .flatMap(machine -> machine.definitions().stream())
        .filter(definition -> definition.file().isPresent())
        .toList();
  }

  /** The machine as CloudFormation sees it. */
  public Resource resource() {
    return resource;
  }

  /** The logical id. */
  public String name() {
    return resource.name();
  }

  /** Its definition; several where conditions choose among them, none where it cannot be read. */
  public List<Definition> definitions() {
    return definitions.read();
  }

  /** The definitions of it that cannot be read. */
  public List<Unread> unread() {
    return definitions.unread();
  }

  /** What of it was not looked at. */
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>(definitions.notices());
    for (Unread unread : definitions.unread()) {
      notices.add(
          Notice.notLookedAt(
              unread.place(),
              "the states of %s were not looked at: its definition %s"
                  .formatted(name(), unread.why())));
    }
    return List.copyOf(notices);
  }

  /** Whether its executions are express ones. */
  public Truth isExpress() {
    return resource.property("StateMachineType").is("EXPRESS");
  }

  /** Whether an API waits for its executions. */
  public Truth answersRequests() {
    boolean called =
        APIS.stream()
            .flatMap(type -> app.referring(resource, type).stream())
            .anyMatch(
                api ->
                    api.property().renderings().stream()
                        .anyMatch(text -> text.contains("StartSyncExecution")));
    return isExpress().and(Truth.of(called));
  }

  /** What a task calls; empty when that is not known, or the state is no task. */
  public Optional<Integration> integration(State state) {
    if (!state.is("Task")) {
      return Optional.empty();
    }
    return state.integration().or(() -> resourceOf(state));
  }

  private Optional<Integration> resourceOf(State state) {
    Set<Resource> targets = app.targets(state.get("Resource"));
    String type = targets.size() == 1 ? targets.iterator().next().type() : "";
    return switch (type) {
      case "AWS::Lambda::Function", "AWS::Lambda::Alias", "AWS::Lambda::Version" ->
          Optional.of(Integration.FUNCTION);
      case "AWS::StepFunctions::Activity" -> Optional.of(Integration.ACTIVITY);
      default -> Optional.empty();
    };
  }

  /** Whether a task invokes a Lambda function. */
  public boolean invokesLambda(State state) {
    return integration(state).filter(Integration::isLambda).isPresent();
  }

  /** What names the function that a task invokes. */
  Setting functionName(State task) {
    return integration(task).filter(Integration.FUNCTION::equals).isPresent()
        ? task.get("Resource")
        : task.argument("FunctionName");
  }

  /** The function that a task invokes, if it is one of the application. */
  public Optional<LambdaFunction> function(State task) {
    return app.targets(functionName(task)).stream()
        .flatMap(target -> app.function(target).stream())
        .findFirst();
  }

  /** Whether a task invokes its function without waiting for it. */
  public Truth startsAsEvent(State task) {
    return integration(task).filter(Integration.FUNCTION::equals).isPresent()
        ? Truth.NO
        : task.argument("InvocationType").is("Event");
  }

  /** The tasks that invoke Lambda functions. */
  List<State> lambdaTasks() {
    return definitions().stream()
        .flatMap(definition -> definition.states().stream())
        .filter(this::invokesLambda)
        .toList();
  }

  /** Whether it invokes a function without waiting for it; not known where no task names it. */
  public Truth startsAsEvent(LambdaFunction function) {
    return lambdaTasks().stream()
        .filter(task -> app.refersTo(functionName(task), function.resource()))
        .map(this::startsAsEvent)
        .reduce(Truth::or)
        .orElse(Truth.UNKNOWN);
  }
}
