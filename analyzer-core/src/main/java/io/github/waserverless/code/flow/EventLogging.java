package io.github.waserverless.code.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place where a handler logs its event, or what is in it, as it came.
 *
 * @param what what is logged, in words
 */
public record EventLogging(String what, LogCall log) {

  private static final Set<String> WHOLE =
      Set.of("toString", "writeValueAsString", "toJson", "valueOf", "asString", "toJSONString");
  private static final Set<String> PARTS =
      Set.of("getBody", "getHeaders", "getMultiValueHeaders", "headers", "body");

  /** All such places that a handler reaches. */
  public static List<EventLogging> in(Reachability reach, Evaluation values) {
    return LogCall.in(reach).stream()
        .filter(log -> log.reached().phase() == Phase.INVOKE)
        .flatMap(log -> of(log, values).stream())
        .toList();
  }

  private static Optional<EventLogging> of(LogCall log, Evaluation values) {
    return log.arguments().stream()
        .map(argument -> values.of(argument, log.reached()))
        .flatMap(value -> logged(value).stream())
        .findFirst()
        .map(what -> new EventLogging(what, log));
  }

  private static Optional<String> logged(Data value) {
    if (value instanceof Data.Event event) {
      return event.path().isEmpty()
          ? Optional.of("the whole event")
          : Optional.of(event.last())
              .filter(PARTS::contains)
              .map(part -> part.endsWith("ody") ? "the body of the event" : "the event's headers");
    }
    if (value instanceof Data.Joined joined) {
      return joined.parts().stream().flatMap(p -> logged(p).stream()).findFirst();
    }
    if (value instanceof Data.OneOf one) {
      return one.alternatives().stream().flatMap(a -> logged(a).stream()).findFirst();
    }
    return value instanceof Data.Derived derived && isWhole(derived.by())
        ? derived.from().stream().flatMap(f -> logged(f).stream()).findFirst()
        : Optional.empty();
  }

  private static boolean isWhole(String method) {
    return WHOLE.contains(method.substring(method.lastIndexOf('.') + 1));
  }

  /** Whether the level is one that is switched off in production. */
  public boolean isForDebugging() {
    return log.level().equals("debug") || log.level().equals("trace");
  }
}
