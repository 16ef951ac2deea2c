package io.github.waserverless.app;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.Enclosure;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What in the code may end a chain of events of which each leads to the next one. */
final class LoopGuard {

  private static final List<String> COUNTS = List.of("size", "isEmpty");

  private LoopGuard() {}

  /** Whether the content of the event, an answer or a failure decides that a place is reached. */
  static boolean before(Reached<?> reached, FunctionHandler handler) {
    return Enclosure.of(reached, handler.reach().bodies()).stream()
        .anyMatch(e -> e.construct() instanceof Surroundings.Caught || decides(e, handler));
  }

  private static boolean decides(Enclosure enclosure, FunctionHandler handler) {
    boolean loop = enclosure.construct() instanceof Surroundings.Looped;
    return tested(enclosure).stream()
        .flatMap(LoopGuard::parts)
        .filter(t -> !isNullCheck(t))
        .anyMatch(
            t -> handler.values().of(t, enclosure.step()).leaves().anyMatch(d -> differs(d, loop)));
  }

  private static Optional<Expression> tested(Enclosure enclosure) {
    if (enclosure.construct() instanceof Surroundings.Branch branch) {
      return Optional.of(branch.condition());
    }
    if (enclosure.construct() instanceof Surroundings.Case c) {
      return Optional.of(c.of().selector());
    }
    return enclosure.construct() instanceof Surroundings.Looped looped
        ? looped.loop().over()
        : Optional.empty();
  }

  private static Stream<Expression> parts(Expression tested) {
    return tested instanceof Expression.Operation operation
            && operation.operator().matches("&&|\\|\\||!")
        ? operation.operands().stream().flatMap(LoopGuard::parts)
        : Stream.of(tested);
  }

  private static boolean isNullCheck(Expression tested) {
    return tested instanceof Expression.Operation operation
        && operation.operator().matches("[!=]=")
        && operation.operands().stream()
            .anyMatch(
                o ->
                    o instanceof Expression.Literal literal
                        && literal.kind() == Expression.LiteralKind.NULL);
  }

  /** Whether it may be another one for the next event; that there are records is not. */
  private static boolean differs(Data data, boolean gone) {
    return data instanceof Data.Event event
        ? !isAllRecords(event.path(), gone)
        : !(data instanceof Data.Constant
            || data instanceof Data.Symbol
            || data instanceof Data.Environment);
  }

  /**
   * @param gone whether a loop goes through it
   */
  private static boolean isAllRecords(List<String> path, boolean gone) {
    return path.isEmpty()
        ? gone
        : path.get(0).equals("getRecords") && COUNTS.containsAll(path.subList(1, path.size()));
  }
}
