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
        .ifPresent(f -> f.triggers().forEach(trigger -> services.add(trigger.service())));
    if (services.isEmpty()) {
      handler.sender().ifPresent(services::add);
    }
    return services;
  }

  /** Step Functions' retries are judged where the machines are. */
  static boolean mayGetEventsTwice(FunctionHandler handler) {
    boolean triggered = handler.function().filter(f -> !f.triggers().isEmpty()).isPresent();
    return triggered
        ? handler
            .function()
            .filter(f -> f.invoked(InvocationMode.ASYNC) || f.invoked(InvocationMode.POLL))
            .isPresent()
        : handler.sender().filter(TWICE_WITHOUT_TEMPLATE::contains).isPresent();
  }
}
