package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The queue, stream, table or broker that is polled for events.
 *
 * @param service the service that it belongs to; empty when only deployment knows
 * @param resources what it may be in the application
 */
record EventSource(Optional<Service> service, List<Resource> resources) {

  private static final Map<String, Service> BY_TYPE =
      Map.of(
          "AWS::SQS::Queue", Service.SQS,
          "AWS::Kinesis::Stream", Service.KINESIS,
          "AWS::Kinesis::StreamConsumer", Service.KINESIS,
          "AWS::DynamoDB::Table", Service.DYNAMODB,
          "AWS::DynamoDB::GlobalTable", Service.DYNAMODB,
          "AWS::MSK::Cluster", Service.KAFKA,
          "AWS::MSK::ServerlessCluster", Service.KAFKA,
          "AWS::AmazonMQ::Broker", Service.MQ,
          "AWS::DocDB::DBCluster", Service.DOCUMENTDB);

  private static final Map<String, Service> BY_ARN =
      Map.of(
          "sqs", Service.SQS,
          "kinesis", Service.KINESIS,
          "dynamodb", Service.DYNAMODB,
          "kafka", Service.KAFKA,
          "mq", Service.MQ,
          "rds", Service.DOCUMENTDB);

  static EventSource of(Setting arn, Application app) {
    List<Resource> resources =
        app.targets(arn).stream().filter(r -> BY_TYPE.containsKey(r.type())).toList();
    Optional<Service> service =
        resources.isEmpty()
            ? arn.renderings().stream()
                .flatMap(text -> Arn.service(text).stream())
                .flatMap(name -> Optional.ofNullable(BY_ARN.get(name)).stream())
                .findFirst()
            : Optional.ofNullable(BY_TYPE.get(resources.get(0).type()));
    return new EventSource(service, resources);
  }
}
