package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import java.util.List;

/** Whether one message more does no harm where it is sent. */
final class DuplicateTolerance {

  private final Application app;

  DuplicateTolerance(Application app) {
    this.app = app;
  }

  /**
   * It does none when the queue or topic drops it, or when all that consume it may get it twice.
   */
  boolean of(Resource destination) {
    return app.deadLetters().contains(destination)
        || destination.property("ContentBasedDeduplication").isTrue().alwaysHolds()
        || (destination.type().equals("AWS::SQS::Queue") && isConsumedSafely(destination));
  }

  private boolean isConsumedSafely(Resource queue) {
    List<EventSourceMapping> mappings = app.triggers().polling(Service.SQS, queue);
    boolean allSeen =
        !mappings.isEmpty()
            && Consumers.of(queue, app).size() == mappings.size()
            && mappings.stream()
                .allMatch(
                    m ->
                        !m.functions().isEmpty() && app.handlers(m).size() == m.functions().size());
    return allSeen
        && mappings.stream()
            .flatMap(m -> app.handlers(m).stream())
            .allMatch(DuplicateTolerance::mayRunTwice);
  }

  private static boolean mayRunTwice(FunctionHandler handler) {
    return handler.entry().isPresent() && handler.repetition().isSafe();
  }
}
