package io.github.waserverless.app;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Guard;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Template;
import io.github.waserverless.template.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A serverless application: all templates that are deployed together, joined. */
public final class Application {

  private static final Map<String, String> CONSUMERS =
      Map.of(
          "AWS::Lambda::EventSourceMapping", "EventSourceArn",
          "AWS::Pipes::Pipe", "Source",
          "AWS::SNS::Subscription", "TopicArn");

  private final List<Template> templates;
  private final RuleData data;
  private final Links links;
  private final Map<String, List<Resource>> byType = new LinkedHashMap<>();
  private final Map<String, Template> byFile = new LinkedHashMap<>();
  private final Triggers triggers;
  private final List<LambdaFunction> functions;
  private final DeadLetters deadLetters;

  /**
   * @param templates the templates, in the order of their files
   * @param nested which of them are nested stacks of others
   * @param data what is known about AWS at the day of the run
   */
  public Application(List<Template> templates, NestedStacks nested, RuleData data) {
    this.templates = List.copyOf(templates);
    this.data = data;
    for (Template template : templates) {
      byFile.put(template.file(), template);
      for (Resource resource : template.resources().values()) {
        byType.computeIfAbsent(resource.type(), t -> new ArrayList<>()).add(resource);
      }
    }
    this.links = new Links(this.templates, nested);
    this.triggers = new Triggers(this);
    this.functions =
        resources("AWS::Lambda::Function").stream()
            .map(f -> new LambdaFunction(f, triggers.of(f), Vended.isVended(f)))
            .toList();
    this.deadLetters = DeadLetters.in(this);
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
    return triggers
        .functionOf(resource)
        .flatMap(f -> functions.stream().filter(fn -> fn.resource().equals(f)).findFirst());
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
    return targets(setting).stream()
        .anyMatch(
            t -> t.equals(resource) || triggers.functionOf(t).filter(resource::equals).isPresent());
  }

  /** Where {@code Globals} may set what a function does not; empty where they do not reach it. */
  public Optional<Location> globals(LambdaFunction function) {
    return template(function.resource())
        .writtenType(function.resource().owner())
        .filter("AWS::Serverless::Function"::equals)
        .flatMap(type -> template(function.resource()).globals("Function"));
  }

  /** The versions and aliases of a function. */
  public Qualifiers qualifiers(LambdaFunction function) {
    return Qualifiers.of(function, this);
  }

  /** What shifts traffic between versions of functions. */
  public List<DeploymentGroup> deploymentGroups() {
    return DeploymentGroup.in(this);
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

  /** What takes messages off a queue, stream or topic: mappings, pipes and subscriptions. */
  public List<Resource> consumers(Resource source) {
    return CONSUMERS.entrySet().stream()
        .flatMap(
            consumer ->
                resources(consumer.getKey()).stream()
                    .filter(r -> refersTo(r.property(consumer.getValue()), source)))
        .toList();
  }

  /** The CloudWatch alarms. */
  public List<Alarm> alarms() {
    return Alarm.in(this);
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
    if (counterparts.isEmpty() && template(resource).fragment()) {
      return Truth.UNKNOWN;
    }
    Guard covered =
        counterparts.stream()
            .map(c -> c.template().equals(resource.template()) ? c.exists() : Guard.ALWAYS)
            .reduce(Guard.NEVER, Guard::or);
    return resource.exists().implies(covered) ? Truth.NO : Truth.when(covered.not());
  }
}
