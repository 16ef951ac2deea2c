package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.Statement;
import io.github.waserverless.code.flow.Surroundings.Looped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Loops that ask AWS again and again until the answer is another one, without a pause. */
final class Polling {

  private static final Pattern STATE =
      Pattern.compile(
          "(?i)status|state|complete|done|ready|running|pending|progress|succe|fail|active|exist");

  private final Bodies bodies;
  private final Evaluation values;

  Polling(Bodies bodies, Evaluation values) {
    this.bodies = bodies;
    this.values = values;
  }

  /** The calls that are made again at once; those in loops with a wait are told by the wait. */
  List<Wait> in(List<SdkCall> calls, List<Wait> waits) {
    List<Statement.Loop> paused =
        waits.stream().flatMap(w -> Enclosure.loops(w.reached(), bodies).stream()).toList();
    return calls.stream()
        .filter(c -> c.operation().name().matches("(get|describe|head).*"))
        .filter(c -> isPolled(c, paused))
        .map(c -> new Wait(Wait.Kind.POLLING, Optional.empty(), c.reached()))
        .toList();
  }

  @SuppressWarnings("ReferenceEquality") // two loops that read alike are not one
  private boolean isPolled(SdkCall call, List<Statement.Loop> paused) {
    Optional<Enclosure> nearest =
        Enclosure.of(call.reached(), bodies).stream()
            .filter(e -> e.construct() instanceof Looped)
            .findFirst();
    if (nearest.isEmpty()) {
      return false;
    }
    Statement.Loop loop = ((Looped) nearest.get().construct()).loop();
    Optional<Expression> until = loop.isForEach() ? Optional.empty() : loop.over();
    return until.isPresent()
        && paused.stream().noneMatch(l -> l == loop)
        && isState(values.of(until.get(), nearest.get().step()), call)
        && !isAnswer(call.request(), call);
  }

  /** Whether a condition looks at the state of what is asked for, and at nothing else. */
  private static boolean isState(Data condition, SdkCall call) {
    boolean others =
        condition
            .leaves()
            .anyMatch(d -> d instanceof Data.Response r && !r.location().equals(call.location()));
    return isAnswer(condition, call) && !others && mentionsState(condition);
  }

  private static boolean mentionsState(Data data) {
    if (data instanceof Data.Derived derived) {
      return STATE.matcher(derived.by()).find()
          || derived.from().stream().anyMatch(Polling::mentionsState);
    }
    if (data instanceof Data.OneOf one) {
      return one.alternatives().stream().anyMatch(Polling::mentionsState);
    }
    return data instanceof Data.Symbol symbol
        ? STATE.matcher(symbol.name()).find()
        : data.constant().filter(text -> STATE.matcher(text).find()).isPresent();
  }

  /** The next page of a list is another question. */
  private static boolean isAnswer(Data data, SdkCall call) {
    return data.leaves()
        .anyMatch(d -> d instanceof Data.Response r && r.location().equals(call.location()));
  }
}
