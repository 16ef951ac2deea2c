package io.github.waserverless.app;

import java.util.Set;

/** What CloudWatch shows when a resource fails or falls behind. */
public enum HealthMetric {
  FUNCTION_FAILURES(
      "AWS/Lambda", Set.of("Errors", "Throttles", "Duration"), Set.of("FunctionName", "Resource")),
  ITERATOR_AGE("AWS/Lambda", Set.of("IteratorAge"), Set.of("FunctionName", "Resource")),
  STREAM_AGE("AWS/Kinesis", Set.of("GetRecords.IteratorAgeMilliseconds"), Set.of("StreamName")),
  MESSAGE_AGE(
      "AWS/SQS",
      Set.of("ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible"),
      Set.of("QueueName")),
  API_FAILURES("AWS/ApiGateway", Set.of("5XXError", "5xx", "5XX"), Set.of("ApiName", "ApiId")),
  EXECUTION_FAILURES(
      "AWS/States",
      Set.of("ExecutionsFailed", "ExecutionsTimedOut", "ExecutionsAborted"),
      Set.of("StateMachineArn"));

  private final String namespace;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of gives sets that nobody can change
  private final Set<String> names;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<String> dimensions;

  HealthMetric(String namespace, Set<String> names, Set<String> dimensions) {
    this.namespace = namespace;
    this.names = names;
    this.dimensions = dimensions;
  }

  /** The {@code Namespace}. */
  public String namespace() {
    return namespace;
  }

  /** Each {@code MetricName} that shows it. */
  public Set<String> names() {
    return names;
  }

  /** The dimensions of which one names the resource. */
  public Set<String> dimensions() {
    return dimensions;
  }
}
