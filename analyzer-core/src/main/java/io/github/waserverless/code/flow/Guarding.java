package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition on which a place is reached.
 *
 * @param expression what was tested
 * @param holds whether the place is only reached when it holds, or only when it does not
 * @param step the method that tests it
 */
public record Guarding(Expression expression, boolean holds, Step step) {

  /** All conditions on the shortest way to a place, the nearest first. */
  public static List<Guarding> of(Reached<?> reached, Reachability reach) {
    List<Guarding> all = new ArrayList<>();
    add(reached.site().around(), reached.step(), all);
    for (Step step = reached.step(); step.first().isPresent(); step = step.first().get().step()) {
      Step.Caller caller = step.first().get();
      caller
          .expression()
          .flatMap(e -> reach.body(caller.step()).site(e, Site.class))
          .ifPresent(call -> add(call.around(), caller.step(), all));
    }
    return List.copyOf(all);
  }

  private static void add(Surroundings around, Step step, List<Guarding> into) {
    around
        .all(Surroundings.Branch.class)
        .forEach(b -> into.add(new Guarding(b.condition(), b.holds(), step)));
  }
}
