package io.github.waserverless.app;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which queues and topics take what others could not process, and for whom. */
public final class DeadLetters {

  /** Who sends failures to a queue or topic. */
  public enum Kind {
    /** SQS itself, after {@code maxReceiveCount} receives. */
    REDRIVE,
    /** SNS, when a subscription's endpoint does not accept a message. */
    SUBSCRIPTION,
    /** Lambda, for asynchronous events that keep failing. */
    FUNCTION,
    /** Lambda, for batches of a stream that keep failing. */
    EVENT_SOURCE_MAPPING,
    /** EventBridge, when a target does not accept an event. */
    RULE,
    /** EventBridge Scheduler. */
    SCHEDULE,
    /** EventBridge Pipes. */
    PIPE,
    /** A {@code RedriveAllowPolicy} names the sources. */
    REDRIVE_ALLOWED
  }

  /**
   * One reference to a dead-letter queue or topic.
   *
   * @param kind who sends
   * @param target the queue or topic
   * @param user the resource whose failures go there
   * @param place where that is said
   */
  public record Use(Kind kind, Resource target, Resource user, Location place) {}

  /**
   * A setting that says where failures go, whether that is declared here or not.
   *
   * @param kind who sends
   * @param user the resource whose failures go there
   * @param target the queue or topic, by its ARN
   */
  public record Sender(Kind kind, Resource user, Setting target) {}

  private static final Pattern NAMED_LIKE_ONE =
      Pattern.compile("(?i).*(dlq|dead[-_. ]?letter|redrive|poison|failed).*");
  private static final Set<String> TARGETS = Set.of("AWS::SQS::Queue", "AWS::SNS::Topic");

  private final List<Sender> senders = new ArrayList<>();
  private final Map<Resource, List<Sender>> byUser = new HashMap<>();
  private final Map<Resource, List<Use>> uses = new LinkedHashMap<>();

  static DeadLetters in(Application app) {
    DeadLetters found = new DeadLetters();
    for (Resource resource : app.resources()) {
      found.collect(resource, app);
    }
    return found;
  }

  private void collect(Resource r, Application app) {
    switch (r.type()) {
      case "AWS::SQS::Queue" -> {
        add(Kind.REDRIVE, redriveTarget(r), r, app);
        addIfAllowedByQueue(r);
      }
      case "AWS::SNS::Subscription" -> add(Kind.SUBSCRIPTION, redriveTarget(r), r, app);
      case "AWS::Lambda::Function" ->
          add(Kind.FUNCTION, r.property("DeadLetterConfig", "TargetArn"), r, app);
      case "AWS::Lambda::EventInvokeConfig" -> add(Kind.FUNCTION, onFailure(r), r, app);
      case "AWS::Lambda::EventSourceMapping" ->
          add(Kind.EVENT_SOURCE_MAPPING, onFailure(r), r, app);
      case "AWS::Events::Rule" ->
          r.property("Targets")
              .items()
              .forEach(t -> add(Kind.RULE, t.get("DeadLetterConfig", "Arn"), r, app));
      case "AWS::Scheduler::Schedule" ->
          add(Kind.SCHEDULE, r.property("Target", "DeadLetterConfig", "Arn"), r, app);
      case "AWS::Pipes::Pipe" ->
          r.property("SourceParameters")
              .entries()
              .forEach(p -> add(Kind.PIPE, p.setting().get("DeadLetterConfig", "Arn"), r, app));
      default -> {}
    }
  }

  private static Setting redriveTarget(Resource r) {
    return r.property("RedrivePolicy").document().get("deadLetterTargetArn");
  }

  private static Setting onFailure(Resource r) {
    return r.property("DestinationConfig", "OnFailure", "Destination");
  }

  private void addIfAllowedByQueue(Resource queue) {
    Setting permission = queue.property("RedriveAllowPolicy").document().get("redrivePermission");
    if (permission.is("byQueue").canHold()) {
      put(new Use(Kind.REDRIVE_ALLOWED, queue, queue, queue.location()));
    }
  }

  private void add(Kind kind, Setting target, Resource user, Application app) {
    if (target.present().canHold()) {
      Sender sender = new Sender(kind, user, target);
      senders.add(sender);
      byUser.computeIfAbsent(user, u -> new ArrayList<>()).add(sender);
    }
    for (Resource resource : app.targets(target)) {
      // A queue that moves its messages to itself has nobody who takes its failures.
      if (TARGETS.contains(resource.type()) && !resource.equals(user)) {
        put(new Use(kind, resource, user, target.place()));
      }
    }
  }

  private void put(Use use) {
    uses.computeIfAbsent(use.target(), t -> new ArrayList<>()).add(use);
  }

  /** All settings that say where failures go. */
  public List<Sender> senders() {
    return List.copyOf(senders);
  }

  /** The settings that say where the failures of a resource go. */
  public List<Sender> senders(Resource user) {
    return byUser.getOrDefault(user, List.of());
  }

  /** All uses of a queue or topic for failures. */
  public List<Use> of(Resource target) {
    return uses.getOrDefault(target, List.of());
  }

  /** All queues and topics that take failures. */
  public List<Resource> targets() {
    return List.copyOf(uses.keySet());
  }

  /** Those of some resources that take failures, in the order of all that do. */
  public List<Resource> among(Set<Resource> resources) {
    List<Resource> found = resources.stream().filter(uses::containsKey).toList();
    return found.size() < 2 ? found : uses.keySet().stream().filter(found::contains).toList();
  }

  /** Whether something sends its failures there. */
  public boolean contains(Resource target) {
    return uses.containsKey(target);
  }

  /** Whether a name says that this is where failures go, even if nobody is seen to send any. */
  public static boolean isNamedLikeOne(Resource queue) {
    return NAMED_LIKE_ONE.matcher(queue.logicalId()).matches()
        || queue.property("QueueName").renderings().stream()
            .anyMatch(name -> NAMED_LIKE_ONE.matcher(name).matches());
  }
}
