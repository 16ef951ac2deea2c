package io.github.waserverless.code.flow;

import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.library.SdkOperation;
import io.github.waserverless.code.library.SdkTypes;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls that only tell people what happens (logs, metrics, traces), or that change nothing. */
final class Telemetry {

  private static final Set<String> TYPES =
      Set.of(
          "Logger",
          "Log",
          "LambdaLogger",
          "LoggingUtils",
          "MDC",
          "ThreadContext",
          "Metrics",
          "MetricsLogger",
          "MetricsUtils",
          "MeterRegistry",
          "Counter",
          "Timer",
          "StatsDClient",
          "TracingUtils",
          "AWSXRay",
          "Segment",
          "Subsegment",
          "Span",
          "Tracer");

  /** Methods that only look at the object that they are called on. */
  private static final Pattern LOOKS =
      Pattern.compile(
          "(get|is|has)([A-Z].*)?|toString|toJson\\w*|format|formatted|valueOf|equals\\w*|contains\\w*"
              + "|startsWith|endsWith|length|size|concat|join|hashCode|name|message|statusCode"
              + "|awsErrorDetails|errorMessage|errorCode|requestId|currentThread|substring|trim|of"
              + "|writeValueAsString|isBlank|messageId|body|stream|orElse|asList|print(Stack)?\\w*");

  /** Types whose methods only compute. */
  private static final Pattern IN_MEMORY =
      Pattern.compile(
          "java\\.(lang|time|util(\\.(stream|function|regex))?)\\.\\w+"
              + "|com\\.amazonaws\\.services\\.lambda\\.runtime\\..*");

  private Telemetry() {}

  /** Whether a call may do something to the world, or fail because of it. */
  static boolean isWork(CallSite call) {
    return !is(call) && !looks(call) && !IN_MEMORY.matcher(call.receiver().name()).matches();
  }

  /** Whether a call only tells what happens. */
  static boolean is(CallSite call) {
    return LogCall.is(call)
        || TYPES.contains(call.receiver().simpleName())
        || SdkOperation.of(call.receiver(), call.name())
            .filter(o -> o.name().equals("putMetricData"))
            .isPresent();
  }

  /** Whether a call only looks at something. */
  static boolean looks(CallSite call) {
    return SdkOperation.of(call.receiver(), call.name()).isEmpty()
        && (SdkTypes.isBuilder(call.receiver())
            || LOOKS.matcher(call.name()).matches()
            || (call.name().equals("interrupt")
                && call.receiver().name().equals("java.lang.Thread")));
  }
}
