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
    return Conditional.eachBranch(
        cause,
        config,
        (when, branch) -> branch instanceof Mapping mapping ? completed(when, mapping) : branch);
  }

  private Value completed(Output.Cause when, Mapping config) {
    List<Mapping.Entry> entries = new ArrayList<>();
    for (Mapping.Entry entry : config.entries()) {
      Value destination =
          Conditional.eachBranch(when, entry.value(), (c, d) -> completed(c, entry.name(), d));
      entries.add(new Mapping.Entry(entry.key(), destination));
    }
    return new Mapping(entries, config.location());
  }

  private Value completed(Output.Cause when, String kind, Value destination) {
    if (!(destination instanceof Mapping mapping)
        || mapping.get("Destination").isPresent()
        || !(mapping.get("Type").orElse(null) instanceof Scalar type)
        || !TYPES.containsKey(type.raw())) {
      return destination;
    }
    Location at = mapping.location();
    boolean queue = type.raw().equals("SQS");
    String id = prefix + kind + (queue ? "Queue" : "Topic");
    output.generate(when, id, TYPES.getOrDefault(type.raw(), ""), Nodes.at(at).map());
    return Nodes.at(at)
        .copyAllBut(mapping, Set.of())
        .put("Destination", queue ? Nodes.attribute(id, "Arn", at) : Nodes.ref(id, at))
        .map();
  }

  /** A target's dead-letter configuration in which the queue is named. */
  Value deadLetterConfig(Value config, boolean ofRule) {
    return Conditional.eachBranch(
        cause,
        config,
        (when, branch) ->
            branch instanceof Mapping mapping && mapping.get("Arn").isEmpty()
                ? deadLetterConfig(when, mapping, ofRule)
                : branch);
  }

  private Value deadLetterConfig(Output.Cause when, Mapping config, boolean ofRule) {
    if (config.get("Type").isEmpty()) {
      return config;
    }
    Location at = config.location();
    String id =
        config.get("QueueLogicalId").orElse(null) instanceof Scalar named
            ? named.raw()
            : prefix + "Queue";
    Value arn = Nodes.attribute(id, "Arn", at);
    output.generate(when, id, "AWS::SQS::Queue", Nodes.at(at).map());
    if (ofRule) {
      output.generate(
          when,
          prefix + "QueuePolicy",
          "AWS::SQS::QueuePolicy",
          queuePolicy(
              Nodes.ref(id, at), arn, "events.amazonaws.com", SamPolicies.arnOf(prefix, at)));
    }
    return Nodes.at(at).put("Arn", arn).map();
  }

  /** A policy that lets a service send to a queue for one source. */
  static Mapping queuePolicy(Value url, Value arn, String principal, Value source) {
    Location at = url.location();
    Mapping fromSource = Nodes.at(at).put("aws:SourceArn", source).map();
    Mapping statement =
        Nodes.at(at)
            .put("Effect", "Allow")
            .put("Principal", Nodes.at(at).put("Service", principal).map())
            .put("Action", "sqs:SendMessage")
            .put("Resource", arn)
            .put("Condition", Nodes.at(at).put("ArnEquals", fromSource).map())
            .map();
    return Nodes.at(at)
        .put("Queues", Nodes.list(at, url))
        .put("PolicyDocument", Nodes.at(at).put("Statement", Nodes.list(at, statement)).map())
        .map();
  }
}
