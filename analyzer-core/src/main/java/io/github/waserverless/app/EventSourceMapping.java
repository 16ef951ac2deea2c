package io.github.waserverless.app;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Lambda polls for a function, whether SAM's event or CloudFormation's resource.
 *
 * @param resource the mapping as CloudFormation sees it
 * @param kind the service that is polled; empty when only deployment knows
 * @param sources the queues, streams or tables of the application that it may poll
 * @param functions the functions that it may feed
 */
public record EventSourceMapping(
    Resource resource, Optional<Service> kind, List<Resource> sources, List<Resource> functions) {

  private static final Map<String, Service> BY_SAM_EVENT =
      Map.of(
          "SQS", Service.SQS,
          "Kinesis", Service.KINESIS,
          "DynamoDB", Service.DYNAMODB,
          "MSK", Service.KAFKA,
          "SelfManagedKafka", Service.KAFKA,
          "MQ", Service.MQ,
          "DocumentDB", Service.DOCUMENTDB);

  static EventSourceMapping of(Resource resource, Application app) {
    EventSource source = EventSource.of(resource.property("EventSourceArn"), app);
    List<Resource> functions =
        app.targets(resource.property("FunctionName")).stream()
            .filter(r -> r.type().startsWith("AWS::Lambda::"))
            .toList();
    return new EventSourceMapping(
        resource, kindOf(resource, source), source.resources(), functions);
  }

  private static Optional<Service> kindOf(Resource resource, EventSource source) {
    Optional<Service> sam =
        resource.attribute("SamEventType").text().certain().map(BY_SAM_EVENT::get);
    if (sam.isPresent()) {
      return sam;
    }
    return resource.property("SelfManagedEventSource").present().canHold()
        ? Optional.of(Service.KAFKA)
        : source.service();
  }

  /** An option of the mapping, under its CloudFormation name. */
  public Setting option(String... path) {
    return resource.property(path);
  }

  /** Where the mapping is declared: the resource's logical id or the event's name. */
  public Location location() {
    return resource.location();
  }

  /** What the tables about AWS call the source; empty when it is not known. */
  String sourceName() {
    return kind.map(
            service ->
                switch (service) {
                  case SQS, KINESIS, DYNAMODB, MQ, DOCUMENTDB ->
                      service.name().toLowerCase(Locale.ROOT);
                  case KAFKA ->
                      option("SelfManagedEventSource").present().canHold()
                          ? "selfManagedKafka"
                          : "msk";
                  default -> "";
                })
        .orElse("");
  }

  /** Whether the mapping is switched off. */
  public Truth disabled() {
    return option("Enabled").present().and(option("Enabled").isTrue().not());
  }

  /** Whether failed records are reported one by one ({@code ReportBatchItemFailures}). */
  public Truth reportsBatchItemFailures() {
    Setting types = option("FunctionResponseTypes");
    Truth listed =
        types.items().stream()
            .map(item -> item.is("ReportBatchItemFailures"))
            .reduce(Truth.NO, Truth::or);
    return types.absent().not().and(listed);
  }

  /** Whether the queue is known to be a FIFO queue. */
  public boolean pollsFifo() {
    return sources.stream().anyMatch(source -> QueueType.isFifo(source).alwaysHolds())
        || option("EventSourceArn").renderings().stream().anyMatch(QueueType::isFifoName);
  }
}
