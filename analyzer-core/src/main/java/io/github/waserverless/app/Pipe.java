package io.github.waserverless.app;

import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Truth;
import java.util.List;
import java.util.Optional;

/**
 * A pipe of EventBridge, which polls a source for a target.
 *
 * @param resource its declaration
 * @param kind the service that it polls; empty when only deployment knows
 * @param sources the queues, streams or tables of the application that it may poll
 */
public record Pipe(Resource resource, Optional<Service> kind, List<Resource> sources) {

  private static final double UNLIMITED = -1;

  /** The pipes of an application. */
  public static List<Pipe> in(Application app) {
    return app.all(Pipe.class, () -> search(app));
  }

  /** The pipes that poll a queue, stream or table. */
  public static List<Pipe> polling(Resource source, Application app) {
    return app.index(Pipe.class, "sources", () -> Index.of(in(app), p -> p.sources().stream()))
        .of(source);
  }

  private static List<Pipe> search(Application app) {
    return app.resources("AWS::Pipes::Pipe").stream()
        .map(
            pipe -> {
              EventSource source = EventSource.of(pipe.property("Source"), app);
              return new Pipe(pipe, source.service(), source.resources());
            })
        .toList();
  }

  /** Whether the pipe is switched off. */
  public Truth stopped() {
    return resource.property("DesiredState").is("STOPPED");
  }

  /** An option of a stream that the pipe polls. */
  public Setting streamOption(String... path) {
    Setting parameters =
        resource.property(
            "SourceParameters",
            kind.filter(Service.DYNAMODB::equals).isPresent()
                ? "DynamoDBStreamParameters"
                : "KinesisStreamParameters");
    return parameters.get(path);
  }

  /** Whether a batch that keeps failing is tried until its records expire. */
  public Truth retriesEndlessly() {
    return isUnlimited("MaximumRetryAttempts").and(isUnlimited("MaximumRecordAgeInSeconds"));
  }

  private Truth isUnlimited(String option) {
    return streamOption(option).number(UNLIMITED).is(limit -> limit == UNLIMITED);
  }

  /** What the pipe takes, as far as it does not take everything. */
  public List<Setting> filters() {
    return resource.property("SourceParameters", "FilterCriteria", "Filters").items();
  }
}
