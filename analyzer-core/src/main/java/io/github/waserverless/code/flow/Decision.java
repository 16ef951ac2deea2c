package io.github.waserverless.code.flow;

import io.github.waserverless.code.Expression;
import io.github.waserverless.code.flow.Surroundings.Branch;
import io.github.waserverless.code.flow.Surroundings.Case;
import io.github.waserverless.code.flow.Surroundings.Looped;
import java.util.ArrayList;
import java.util.List;

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
    List<Decision> all = new ArrayList<>();
    Step step = reached.step();
    add(reached.site().around(), step, all);
    while (!step.callers().isEmpty()) {
      Step.Caller caller = step.callers().get(0);
      Step from = caller.step();
      caller
          .expression()
          .flatMap(e -> bodies.of(from.method()).site(e, Site.class))
          .ifPresent(site -> add(site.around(), from, all));
      step = from;
    }
    return List.copyOf(all);
  }

  private static void add(Surroundings around, Step step, List<Decision> all) {
    for (Surroundings.Construct construct : around.all()) {
      if (construct instanceof Branch branch) {
        all.add(new Decision(branch.condition(), step));
      } else if (construct instanceof Case c) {
        all.add(new Decision(c.of().selector(), step));
      } else if (construct instanceof Looped looped) {
        looped.loop().over().ifPresent(o -> all.add(new Decision(o, step)));
      }
    }
  }
}
