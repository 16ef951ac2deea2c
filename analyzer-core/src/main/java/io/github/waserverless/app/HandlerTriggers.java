package io.github.waserverless.app;

import java.util.LinkedHashSet;
import java.util.Set;

/** What invokes a handler, and what that means for it. */
final class HandlerTriggers {

  private static final Set<Service> TWICE_WITHOUT_TEMPLATE =
      Set.of(
          Service.SQS,
          Service.SNS,
          Service.S3,
          Service.KINESIS,
          Service.DYNAMODB,
          Service.KAFKA,
          Service.EVENTBRIDGE,
          Service.LOGS);

  private HandlerTriggers() {}

  static Set<Service> services(FunctionHandler handler) {
    Set<Service> services = new LinkedHashSet<>();
    handler
        .function()
        .ifPresent(f -> f.triggers().forEach(trigger -> services.add(service(trigger, handler))));
    if (services.isEmpty()) {
      handler.sender().ifPresent(services::add);
    }
    return services;
  }

  /** Of what a mapping polls, the type of the event tells when the template does not. */
  static Service service(Trigger trigger, FunctionHandler handler) {
    boolean unknown = trigger.service() == Service.OTHER && trigger.mode() == InvocationMode.POLL;
    return unknown
        ? handler.sender().filter(s -> s.mode() == InvocationMode.POLL).orElse(Service.OTHER)
        : trigger.service();
  }

  /** Step Functions' retries are judged where the machines are. */
  static boolean mayGetEventsTwice(FunctionHandler handler) {
    boolean triggered = handler.function().filter(f -> !f.triggers().isEmpty()).isPresent();
    return triggered
        ? !Redelivery.to(handler).isEmpty()
        : handler.sender().filter(TWICE_WITHOUT_TEMPLATE::contains).isPresent();
  }
}
