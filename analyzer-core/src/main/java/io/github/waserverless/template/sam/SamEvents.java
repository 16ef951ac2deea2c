package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The events of a function or state machine, as the resources that they become. */
final class SamEvents {

  /** The events that become event source mappings, with the property that names their source. */
  private static final Map<String, String> POLLED =
      Map.of(
          "SQS", "Queue",
          "Kinesis", "Stream",
          "DynamoDB", "Stream",
          "MSK", "Stream",
          "MQ", "Broker",
          "DocumentDB", "Cluster",
          "SelfManagedKafka", "");

  private static final String BOOTSTRAP = "KafkaBootstrapServers";

  private final Output output;
  private final ImplicitApis implicit;
  private final Output.Cause cause;
  private final Value target;

  /**
   * @param target the function or state machine that the events invoke
   */
  SamEvents(Output output, ImplicitApis implicit, Output.Cause cause, Value target) {
    this.output = output;
    this.implicit = implicit;
    this.cause = cause;
    this.target = target;
  }

  void expand(Optional<Value> events) {
    if (events.isEmpty()) {
      return;
    }
    Output.eachMapping(
        cause,
        events,
        (c, map) -> {
          for (Mapping.Entry entry : map.entries()) {
            Output.eachMapping(
                c.at(entry.key().location()),
                Optional.of(entry.value()),
                (each, event) -> expand(each, entry.name(), event));
          }
        });
  }

  private void expand(Output.Cause at, String name, Mapping event) {
    if (!(event.get("Type").orElse(null) instanceof Scalar type)) {
      return;
    }
    Mapping properties = Nodes.mappingOr(event.get("Properties").orElse(null), at.at());
    String id = cause.resource().logicalId() + name;
    switch (type.raw()) {
      case "EventBridgeRule", "CloudWatchEvent", "Schedule", "ScheduleV2" ->
          new RuleEvents(output, at, id, target).expand(type.raw(), properties);
      case "Api" -> implicit.route(at, id, target, properties);
      default -> {
        if (RuleEvents.isFunction(cause.resource(), output)) {
          expandOfFunction(at, id, type.raw(), properties);
        }
      }
    }
  }

  private void expandOfFunction(Output.Cause at, String id, String type, Mapping properties) {
    String polled = POLLED.get(type);
    if (polled != null) {
      poll(at, id, type, polled, properties);
    } else if (type.equals("HttpApi")) {
      implicit.httpRoute(at, id, target, properties);
    } else {
      new PushEvents(output, at, id, target).expand(type, properties);
    }
  }

  private void poll(Output.Cause at, String id, String type, String sourceKey, Mapping properties) {
    Location place = at.at();
    Nodes mapping =
        Nodes.at(place)
            .put("FunctionName", target)
            .renamed(properties, sourceKey, "EventSourceArn")
            .copyAllBut(properties, Set.of(sourceKey, "DestinationConfig", BOOTSTRAP));
    properties
        .entry(BOOTSTRAP)
        .ifPresent(e -> mapping.put("SelfManagedEventSource", selfManaged(properties, e)));
    properties
        .entry("DestinationConfig")
        .ifPresent(
            e -> mapping.put(e.key(), new SamDestinations(output, at, id).completed(e.value())));
    output.generateWith(
        at,
        id,
        "AWS::Lambda::EventSourceMapping",
        Nodes.at(place).put("SamEventType", type).put("Properties", mapping.map()).map());
  }

  private static Mapping selfManaged(Mapping properties, Mapping.Entry servers) {
    Location at = servers.key().location();
    Mapping endpoints = Nodes.at(at).copy(properties, BOOTSTRAP).map();
    return Nodes.at(at).put("Endpoints", endpoints).map();
  }
}
