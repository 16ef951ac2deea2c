package io.github.waserverless.app;

import io.github.waserverless.source.Location;
import io.github.waserverless.template.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A trigger that may give a function one event twice: it retries, or delivers at least once.
 *
 * @param trigger the trigger
 * @param service who invokes, as far as template and code tell
 * @param source the queue, stream, table, topic or bucket that the event comes from
 */
public record Redelivery(Trigger trigger, Service service, Optional<Resource> source) {

  /** The triggers of a handler's function that may do so; schedules that keep it warm do not. */
  static List<Redelivery> to(FunctionHandler handler) {
    return handler.function().stream()
        .flatMap(f -> f.triggers().stream())
        .filter(t -> t.mode() != InvocationMode.SYNC && !t.isWarmUp())
        .map(t -> new Redelivery(t, HandlerTriggers.service(t, handler), source(t, handler)))
        .toList();
  }

  private static Optional<Resource> source(Trigger trigger, FunctionHandler handler) {
    Resource by = trigger.declaredBy();
    return switch (trigger.service()) {
      case S3 -> Optional.of(by).filter(r -> r.type().equals("AWS::S3::Bucket"));
      case SNS ->
          handler.application().targets(by.property("TopicArn"), "AWS::SNS::Topic").stream()
              .findFirst();
      default ->
          handler.mappings().stream()
              .filter(m -> m.resource().equals(by))
              .flatMap(m -> m.sources().stream())
              .findFirst();
    };
  }

  /** The source in words: its logical id, or the service. */
  public String inWords() {
    return source.map(Resource::name).orElseGet(service::inWords);
  }

  /** Where the trigger is declared. */
  public Location place() {
    return trigger.place();
  }
}
