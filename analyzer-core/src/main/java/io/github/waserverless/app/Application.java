package io.github.waserverless.app;

import io.github.waserverless.code.program.SourceClass;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Template;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A serverless application: all templates that are deployed together, joined. */
public final class Application {

  private final List<Template> templates;
  private final RuleData data;
  private final Links links;
  private final Map<String, List<Resource>> byType = new LinkedHashMap<>();
  private final Map<String, Template> byFile = new LinkedHashMap<>();
  private final List<StateMachine> stateMachines;
  private final Triggers triggers;
  private final List<LambdaFunction> functions;
  private final DeadLetters deadLetters;
  private final SourceCode code;
  private final Map<Resource, LambdaFunction> byFunction = new HashMap<>();
  private final Searched searched = new Searched();
  private final Referrers referrers = new Referrers(this);

  /**
   * @param templates the templates, in the order of their files
   * @param nested which of them are nested stacks of others
   * @param data what is known about AWS at the day of the run
   * @param code the code of the functions
   */
  public Application(
      List<Template> templates, NestedStacks nested, RuleData data, SourceCode code) {
    this.templates = List.copyOf(templates);
    this.code = code;
    this.data = data;
    for (Template template : templates) {
      byFile.put(template.file(), template);
      for (Resource resource : template.resources().values()) {
        byType.computeIfAbsent(resource.type(), t -> new ArrayList<>()).add(resource);
      }
    }
    this.links = new Links(this.templates, nested);
    this.stateMachines = StateMachine.in(this);
    this.triggers = new Triggers(this);
    this.functions =
        resources("AWS::Lambda::Function").stream()
            .map(f -> new LambdaFunction(f, triggers.of(f), Vended.isVended(f)))
            .toList();
    functions.forEach(f -> byFunction.put(f.resource(), f));
    this.deadLetters = DeadLetters.in(this);
  }

  /** Handlers that no template deploys, as an application of their own. */
  public static Application ofHandlers(List<SourceClass> types, RuleData data, SourceCode code) {
    Application app = new Application(List.of(), stack -> Optional.empty(), data, code);
    app.all(
        FunctionHandler.class,
        () -> types.stream().map(type -> HandlerBinder.alone(app, type)).toList());
    return app;
  }

  /** The first of its files, to name it by. */
  public String file() {
    return templates.isEmpty() ? handlers().get(0).location().file() : templates.get(0).file();
  }

  /** The Java code. */
  public SourceCode code() {
    return code;
  }

  /** The Java handlers: of each function that runs Java, and those that no template deploys. */
  public List<FunctionHandler> handlers() {
    return all(
        FunctionHandler.class,
        () -> {
          HandlerBinder binder = new HandlerBinder(this);
          return functions.stream().flatMap(f -> binder.bind(f).stream()).toList();
        });
  }

  /** Everything of a kind, looked for once. */
  <T> List<T> all(Class<T> kind, Supplier<List<T>> search) {
    return searched.once(kind, search);
  }

  /** What is looked for in the whole application, once. */
  <T> T once(Class<T> what, Supplier<T> search) {
    return searched.once(what, search);
  }

  /** Things by what they mean, sorted once for each who asks. */
  <K, T> Index<K, T> index(Class<?> asks, String what, Supplier<Index<K, T>> search) {
    return searched.once(asks.getName() + ' ' + what, search);
  }

  /** The Java handler of a function. */
  public Optional<FunctionHandler> handler(LambdaFunction function) {
    return index(
            FunctionHandler.class,
            "function",
            () -> Index.of(handlers(), h -> h.function().stream().map(f -> f.resource())))
        .first(function.resource());
  }

  /** The invocations of functions by the code of a function. */
  public List<FunctionInvocation> invocations(LambdaFunction function) {
    return handler(function).map(FunctionHandler::invocations).orElse(List.of());
  }

  /** The Java handlers that a mapping feeds. */
  public List<FunctionHandler> handlers(EventSourceMapping mapping) {
    return mapping.functions().stream()
        .flatMap(f -> function(f).stream())
        .distinct()
        .flatMap(f -> handler(f).stream())
        .toList();
  }

  /** Which resources texts and settings mean. */
  Links links() {
    return links;
  }

  /** The templates, in the order of their files. */
  public List<Template> templates() {
    return templates;
  }

  /** What is known about AWS at the day of the run. */
  public RuleData data() {
    return data;
  }

  /** All resources of a CloudFormation type. */
  public List<Resource> resources(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /** All resources. */
  public List<Resource> resources() {
    return byType.values().stream().flatMap(List::stream).toList();
  }

  /** All functions but those that the CDK vends. */
  public List<LambdaFunction> functions() {
    return functions.stream().filter(f -> !f.vended()).toList();
  }

  /** All functions, vended ones included. */
  public List<LambdaFunction> allFunctions() {
    return functions;
  }

  /** The function that a resource is, or that an alias or version belongs to. */
  public Optional<LambdaFunction> function(Resource resource) {
    return triggers.functionOf(resource).map(byFunction::get);
  }

  /** The template that declares a resource. */
  public Template template(Resource resource) {
    Template template = byFile.get(resource.template());
    if (template == null) {
      throw new IllegalArgumentException("not of this application: " + resource.logicalId());
    }
    return template;
  }

  /** Every resource that a setting means, whichever way it refers to it. */
  public Set<Resource> targets(Setting setting) {
    return links.targets(setting);
  }

  /** The resources of a type that a setting means. */
  public List<Resource> targets(Setting setting, String type) {
    return targets(setting).stream().filter(r -> r.type().equals(type)).toList();
  }

  /** Whether a setting means this resource, or an alias or version of this function. */
  public boolean refersTo(Setting setting, Resource resource) {
    return meant(setting).anyMatch(resource::equals);
  }

  /** Under which condition a setting means this resource. */
  public Guard where(Setting setting, Resource resource) {
    return referrers.where(setting, resource);
  }

  /** What a setting means, and the functions whose aliases and versions it means. */
  Stream<Resource> meant(Setting setting) {
    return referrers.meant(setting);
  }

  /** The resources of a type whose property means a resource, or an alias or version of it. */
  public List<Resource> referring(Resource target, String type, String... property) {
    return referrers.of(target, type, property);
  }

  /** Where {@code Globals} may set what a function does not; empty where they do not reach it. */
  public Optional<Location> globals(LambdaFunction function) {
    return function.globals(template(function.resource()));
  }

  /** The versions and aliases of a function. */
  public Qualifiers qualifiers(LambdaFunction function) {
    return Qualifiers.of(function, this);
  }

  /** The state machines. */
  public List<StateMachine> stateMachines() {
    return stateMachines;
  }

  /** The state machine that a resource is. */
  public Optional<StateMachine> stateMachine(Resource resource) {
    return index(
            StateMachine.class, "", () -> Index.of(stateMachines, m -> Stream.of(m.resource())))
        .first(resource);
  }

  /** What of its documents was not looked at. */
  public List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    stateMachines.forEach(machine -> notices.addAll(machine.notices()));
    notices.addAll(ApiDocument.notices(this));
    return notices;
  }

  /** What shifts traffic between versions of functions. */
  public List<DeploymentGroup> deploymentGroups() {
    return all(DeploymentGroup.class, () -> DeploymentGroup.in(this));
  }

  /** What invokes functions. */
  public Triggers triggers() {
    return triggers;
  }

  /** Whether the triggers that are seen can be all there are. */
  public TriggerKnowledge triggerKnowledge() {
    return new TriggerKnowledge(this);
  }

  /** Which services the functions let in. */
  public InvokePermissions invokePermissions() {
    return new InvokePermissions(this);
  }

  /** Where asynchronous events go when they keep failing. */
  public FailureDestinations failureDestinations() {
    return new FailureDestinations(this);
  }

  /** The CloudWatch alarms. */
  public List<Alarm> alarms() {
    return all(Alarm.class, () -> Alarm.in(this));
  }

  /** Who may send to the queues. */
  public QueuePolicies queuePolicies() {
    return new QueuePolicies(this);
  }

  /** Which queues and topics take what others could not process. */
  public DeadLetters deadLetters() {
    return deadLetters;
  }

  /**
   * Whether a resource goes without any counterpart at every stage: a counterpart that only some
   * deployments have shows that the others were thought of.
   */
  public Truth lacksAlways(Resource resource, Collection<Resource> counterparts) {
    return counterparts.isEmpty() ? lacks(resource, counterparts) : Truth.NO;
  }

  /**
   * Whether a resource goes without any of the counterparts that could serve it. Counterparts of
   * other templates are taken to exist whenever it does; what a fragment lacks may be elsewhere.
   */
  public Truth lacks(Resource resource, Collection<Resource> counterparts) {
    return new Counterparts(counterparts, template(resource).fragment()).areMissing(resource);
  }
}
