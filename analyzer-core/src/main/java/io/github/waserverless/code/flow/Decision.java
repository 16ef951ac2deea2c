package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Surroundings.Branch;
import io.github.waserverless.code.flow.Surroundings.Case;
import io.github.waserverless.code.flow.Surroundings.Looped;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that is decided on the way to a place, so that it is not always reached.
 *
 * @param tested the condition of a branch or loop, the selector of a switch, or what a loop goes
 *     over
 * @param step the method in which it is decided
 */
public record Decision(Expression tested, Step step) {

  /** All that is decided on the shortest way from the entry to a place, the last one first. */
  public static List<Decision> before(Reached<?> reached, Bodies bodies) {
    return Enclosure.of(reached, bodies).stream()
        .flatMap(e -> tested(e).map(t -> new Decision(t, e.step())))
        .toList();
  }

  private static Stream<Expression> tested(Enclosure enclosure) {
    if (enclosure.construct() instanceof Branch branch) {
      return Stream.of(branch.condition());
    }
    if (enclosure.construct() instanceof Case c) {
      return Stream.of(c.of().selector());
    }
    return enclosure.construct() instanceof Looped looped
        ? looped.loop().over().stream()
        : Stream.empty();
  }
}
