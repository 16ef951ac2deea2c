package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Destinations, for which SAM creates the queue or topic when only its type is given. */
final class SamDestinations {

  private static final Map<String, String> TYPES =
      Map.of("SQS", "AWS::SQS::Queue", "SNS", "AWS::SNS::Topic");

  private final Output output;
  private final Output.Cause cause;
  private final String prefix;

  SamDestinations(Output output, Output.Cause cause, String prefix) {
    this.output = output;
    this.cause = cause;
    this.prefix = prefix;
  }

  /** A destination configuration in which every destination is named. */
  Value completed(Value config) {
    if (!(config instanceof Mapping mapping)) {
      return config;
    }
    List<Mapping.Entry> entries = new ArrayList<>();
    for (Mapping.Entry entry : mapping.entries()) {
      entries.add(new Mapping.Entry(entry.key(), completed(entry.name(), entry.value())));
    }
    return new Mapping(entries, mapping.location());
  }

  private Value completed(String kind, Value destination) {
    if (!(destination instanceof Mapping mapping)
        || mapping.get("Destination").isPresent()
        || !(mapping.get("Type").orElse(null) instanceof Scalar type)
        || !TYPES.containsKey(type.raw())) {
      return destination;
    }
    Location at = mapping.location();
    boolean queue = type.raw().equals("SQS");
    String id = prefix + kind + (queue ? "Queue" : "Topic");
    output.generate(cause, id, TYPES.getOrDefault(type.raw(), ""), Nodes.at(at).map());
    return Nodes.at(at)
        .copyAllBut(mapping, Set.of())
        .put("Destination", queue ? Nodes.attribute(id, "Arn", at) : Nodes.ref(id, at))
        .map();
  }

  /** A rule's dead-letter configuration as a target has it: {@code Type: SQS} makes the queue. */
  Value deadLetterConfig(Value config) {
    if (!(config instanceof Mapping mapping)
        || mapping.get("Arn").isPresent()
        || mapping.get("Type").isEmpty()) {
      return config;
    }
    Location at = mapping.location();
    String id =
        mapping.get("QueueLogicalId").orElse(null) instanceof Scalar named
            ? named.raw()
            : prefix + "Queue";
    output.generate(cause, id, "AWS::SQS::Queue", Nodes.at(at).map());
    output.generate(
        cause, id + "Policy", "AWS::SQS::QueuePolicy", queuePolicy(id, "events.amazonaws.com", at));
    return Nodes.at(at).put("Arn", Nodes.attribute(id, "Arn", at)).map();
  }

  /** A policy that lets a service send to a queue. */
  static Mapping queuePolicy(String queueId, String principal, Location at) {
    Mapping statement =
        Nodes.at(at)
            .put("Effect", "Allow")
            .put("Principal", Nodes.at(at).put("Service", principal).map())
            .put("Action", "sqs:SendMessage")
            .put("Resource", Nodes.attribute(queueId, "Arn", at))
            .map();
    return Nodes.at(at)
        .put("Queues", Nodes.list(at, Nodes.ref(queueId, at)))
        .put("PolicyDocument", Nodes.at(at).put("Statement", Nodes.list(at, statement)).map())
        .map();
  }
}
