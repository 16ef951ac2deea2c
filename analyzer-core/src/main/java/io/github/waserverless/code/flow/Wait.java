package io.github.waserverless.code.flow;

import io.github.waserverless.code.flow.Site.CallSite;
import io.github.waserverless.code.flow.Site.Receiver;
import io.github.waserverless.source.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place where a handler does nothing but let time pass.
 *
 * @param by how
 * @param pause how long at a time, when that is constant
 */
public record Wait(Kind by, Optional<Duration> pause, Reached<CallSite> reached) {

  /** What lets the time pass. */
  public enum Kind {
    /** {@code Thread.sleep} and its like. */
    SLEEP,
    /** {@code Object.wait} with a limit. */
    NOTIFICATION,
    /** A waiter of the AWS SDKs. */
    WAITER,
    /** Awaitility, which asks again and again. */
    AWAITILITY,
    /** A loop around a call of AWS, without a pause. */
    POLLING
  }

  /** All waits that a handler reaches, its calls of AWS known. */
  public static List<Wait> in(Reachability reach, Evaluation values, List<SdkCall> calls) {
    List<Wait> waits = new ArrayList<>();
    reach.sites(CallSite.class).forEach(r -> of(r, values).ifPresent(waits::add));
    calls.stream()
        .filter(c -> c.operation().name().startsWith("waitUntil"))
        .forEach(c -> waits.add(new Wait(Kind.WAITER, Optional.empty(), c.reached())));
    waits.addAll(new Polling(reach.bodies(), values).in(calls, waits));
    return List.copyOf(waits);
  }

  private static Optional<Wait> of(Reached<CallSite> r, Evaluation values) {
    CallSite call = r.site();
    String name = call.name();
    boolean waiter =
        name.equals("run")
            && call.arguments().stream().anyMatch(a -> a.simpleName().equals("WaiterParameters"));
    if (waiter) {
      return Optional.of(new Wait(Kind.WAITER, Optional.empty(), r));
    }
    return switch (call.receiver().name()) {
      case "java.lang.Thread" -> sleep(r, "sleep", values);
      case "java.util.concurrent.TimeUnit" -> sleep(r, "sleep", values);
      case "java.util.concurrent.locks.LockSupport" -> sleep(r, "parkNanos", values);
      case "com.google.common.util.concurrent.Uninterruptibles" ->
          sleep(r, "sleepUninterruptibly", values);
      case "org.awaitility.Awaitility" ->
          name.startsWith("await") || name.equals("with")
              ? Optional.of(new Wait(Kind.AWAITILITY, Optional.empty(), r))
              : Optional.empty();
      default -> notification(r, values);
    };
  }

  private static Optional<Wait> sleep(Reached<CallSite> r, String method, Evaluation values) {
    return r.site().name().equals(method)
        ? Optional.of(new Wait(Kind.SLEEP, Pauses.of(r, values), r))
        : Optional.empty();
  }

  private static Optional<Wait> notification(Reached<CallSite> r, Evaluation values) {
    CallSite call = r.site();
    boolean limited =
        call.name().equals("wait")
            && call.arguments().size() == 1
            && call.arguments().get(0).name().matches("int|long");
    boolean monitor =
        call.receiver().name().equals("java.lang.Object") || call.on() == Receiver.THIS;
    return limited && monitor
        ? Optional.of(new Wait(Kind.NOTIFICATION, Pauses.of(r, values), r))
        : Optional.empty();
  }

  /** Whether it lies between the attempts of something that failed. */
  public boolean isBackOff(Bodies bodies) {
    return Enclosure.loops(reached, bodies).stream().limit(1).anyMatch(RetryLoops::is);
  }

  /** Where it is. */
  public Location location() {
    return reached.location();
  }
}
