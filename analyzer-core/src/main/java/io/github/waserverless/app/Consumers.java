package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import java.util.List;
import java.util.Map;

/** What takes messages off queues, streams and topics: mappings, pipes and subscriptions. */
public final class Consumers {

  private static final Map<String, String> SOURCES =
      Map.of(
          "AWS::Lambda::EventSourceMapping", "EventSourceArn",
          "AWS::Pipes::Pipe", "Source",
          "AWS::SNS::Subscription", "TopicArn");

  private Consumers() {}

  /** The consumers of a queue, stream or topic of an application. */
  public static List<Resource> of(Resource source, Application app) {
    return SOURCES.entrySet().stream()
        .flatMap(consumer -> app.referring(source, consumer.getKey(), consumer.getValue()).stream())
        .toList();
  }
}
