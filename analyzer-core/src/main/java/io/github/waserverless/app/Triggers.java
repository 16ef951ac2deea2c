package io.github.waserverless.app;

import io.github.waserverless.app.states.State;
import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that invokes the functions of an application. */
public final class Triggers {

  private static final String FUNCTION = "AWS::Lambda::Function";

  /** Where a state machine may mention a function that none of its tasks is seen to call. */
  private static final List<String> MENTIONING =
      List.of("Definition", "DefinitionString", "DefinitionSubstitutions");

  private final Application app;
  private final Map<Resource, List<Trigger>> byFunction = new HashMap<>();
  private final Map<Resource, Resource> functionOf = new HashMap<>();
  private final List<EventSourceMapping> mappings = new ArrayList<>();

  Triggers(Application app) {
    this.app = app;
    app.resources(FUNCTION).forEach(f -> functionOf.put(f, f));
    link("AWS::Lambda::Version");
    link("AWS::Lambda::Alias");
    for (Resource mapping : app.resources("AWS::Lambda::EventSourceMapping")) {
      addMapping(mapping);
    }
    for (Resource resource : app.resources()) {
      TriggerSources.of(resource).forEach(source -> add(resource, source));
    }
    app.stateMachines().forEach(this::addStateMachine);
    // A permission tells of a trigger only where nothing more precise does.
    for (Resource permission : app.resources("AWS::Lambda::Permission")) {
      addPermission(permission);
    }
  }

  private void link(String type) {
    for (Resource qualified : app.resources(type)) {
      for (Resource target : app.targets(qualified.property("FunctionName"))) {
        Resource function = functionOf.get(target);
        if (function != null) {
          functionOf.put(qualified, function);
        }
      }
    }
  }

  private void addMapping(Resource resource) {
    EventSourceMapping mapping = EventSourceMapping.of(resource, app);
    mappings.add(mapping);
    add(
        resource,
        new TriggerSources.Source(
            resource.property("FunctionName"),
            mapping.kind().orElse(Service.OTHER),
            InvocationMode.POLL,
            resource.location()));
  }

  private void add(Resource declaredBy, TriggerSources.Source source) {
    app.targets(source.target()).forEach(target -> add(declaredBy, source, target));
  }

  private void add(Resource declaredBy, TriggerSources.Source source, Resource target) {
    Resource function = functionOf.get(target);
    if (function != null) {
      list(function)
          .add(
              new Trigger(
                  source.service(),
                  source.mode(),
                  function,
                  declaredBy,
                  target,
                  source.place(),
                  true,
                  Latest.isNamed(source.target(), target, declaredBy)));
    }
  }

  /** Each function once for each way in which the tasks call it, and once if none does. */
  private void addStateMachine(StateMachine machine) {
    Set<Resource> called = new HashSet<>();
    Set<Resource> started = new HashSet<>();
    for (State task : machine.lambdaTasks()) {
      boolean isEvent = machine.startsAsEvent(task).alwaysHolds();
      Setting name = machine.functionName(task);
      InvocationMode mode = isEvent ? InvocationMode.ASYNC : InvocationMode.SYNC;
      for (Resource target : app.targets(name)) {
        if ((isEvent ? started : called).add(target)) {
          add(machine.resource(), stepFunctions(name, mode), target);
        }
      }
    }
    for (String property : MENTIONING) {
      Setting setting = machine.resource().property(property);
      for (Resource target : app.targets(setting)) {
        if (!started.contains(target) && called.add(target)) {
          add(machine.resource(), stepFunctions(setting, InvocationMode.SYNC), target);
        }
      }
    }
  }

  private static TriggerSources.Source stepFunctions(Setting name, InvocationMode mode) {
    return new TriggerSources.Source(name, Service.STEP_FUNCTIONS, mode, name.place());
  }

  private void addPermission(Resource permission) {
    Optional<Service> service =
        permission.property("Principal").text().certain().flatMap(Principals::service);
    Location place = permission.location();
    if (service.isEmpty()) {
      return;
    }
    for (Resource target : app.targets(permission.property("FunctionName"))) {
      Resource function = functionOf.get(target);
      if (function != null
          && list(function).stream()
              .noneMatch(t -> Principals.explains(t.service(), service.get()))) {
        Service by = service.get();
        boolean latest = Latest.isNamed(permission.property("FunctionName"), target, permission);
        list(function)
            .add(new Trigger(by, by.mode(), function, permission, target, place, false, latest));
      }
    }
  }

  private List<Trigger> list(Resource function) {
    return byFunction.computeIfAbsent(function, f -> new ArrayList<>());
  }

  List<Trigger> of(Resource function) {
    return List.copyOf(byFunction.getOrDefault(function, List.of()));
  }

  /** The function that a resource is, or that an alias or version belongs to. */
  Optional<Resource> functionOf(Resource resource) {
    return Optional.ofNullable(functionOf.get(resource));
  }

  /** The mappings that feed a function, by whichever of its aliases and versions. */
  List<EventSourceMapping> mappings(Resource function) {
    return app.index(
            Triggers.class,
            "functions",
            () ->
                Index.of(
                    mappings, m -> m.functions().stream().flatMap(f -> functionOf(f).stream())))
        .of(function);
  }

  /** All event source mappings. */
  public List<EventSourceMapping> mappings() {
    return List.copyOf(mappings);
  }

  /** The mappings whose source is known to be of a kind. */
  public List<EventSourceMapping> mappings(Service kind) {
    return mappings.stream().filter(m -> m.kind().filter(kind::equals).isPresent()).toList();
  }

  /** The mappings that poll a queue, stream or table. */
  public List<EventSourceMapping> polling(Resource source) {
    return app.index(Triggers.class, "sources", () -> Index.of(mappings, m -> m.sources().stream()))
        .of(source);
  }

  /** The mappings of a kind that poll a queue, stream or table. */
  public List<EventSourceMapping> polling(Service kind, Resource source) {
    return polling(source).stream().filter(m -> m.kind().filter(kind::equals).isPresent()).toList();
  }

  /** The queues, streams and tables that a mapping polls. */
  List<Resource> polled(Resource mapping) {
    return app
        .index(Triggers.class, "itself", () -> Index.of(mappings, m -> Stream.of(m.resource())))
        .of(mapping)
        .stream()
        .flatMap(m -> m.sources().stream())
        .toList();
  }

  /** The mappings that feed a function, by whichever of its aliases and versions. */
  List<EventSourceMapping> mappings(LambdaFunction function) {
    return mappings(function.resource());
  }

  /** The mappings of a kind that feed a function, its aliases or versions. */
  public List<EventSourceMapping> mappings(Service kind, LambdaFunction function) {
    return mappings(function).stream()
        .filter(m -> m.kind().filter(kind::equals).isPresent())
        .toList();
  }

  /** The queues, streams, topics, buses and buckets that a trigger takes its events from. */
  public List<Resource> sources(Trigger trigger) {
    Resource declaredBy = trigger.declaredBy();
    return switch (declaredBy.type()) {
      case "AWS::Lambda::EventSourceMapping" -> polled(declaredBy);
      case "AWS::SNS::Subscription" -> List.copyOf(app.targets(declaredBy.property("TopicArn")));
      case "AWS::Events::Rule" -> List.copyOf(app.targets(declaredBy.property("EventBusName")));
      case "AWS::SNS::Topic", "AWS::S3::Bucket" -> List.of(declaredBy);
      default -> List.of();
    };
  }
}
