package io.github.waserverless.code.flow;

import io.github.waserverless.code.Statement;
import io.github.waserverless.code.flow.Surroundings.Construct;
import io.github.waserverless.code.flow.Surroundings.Looped;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a place lies in, in its own method or in one that leads to it.
 *
 * @param step the method that the construct stands in
 */
public record Enclosure(Construct construct, Step step) {

  /** All of them on the shortest way from the entry to a place, the innermost first. */
  public static List<Enclosure> of(Reached<?> reached, Bodies bodies) {
    List<Enclosure> all = new ArrayList<>();
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

  private static void add(Surroundings around, Step step, List<Enclosure> all) {
    around.all().forEach(construct -> all.add(new Enclosure(construct, step)));
  }

  /** The loops on the way to a place, the innermost first. */
  public static List<Statement.Loop> loops(Reached<?> reached, Bodies bodies) {
    return of(reached, bodies).stream()
        .filter(e -> e.construct() instanceof Looped)
        .map(e -> ((Looped) e.construct()).loop())
        .toList();
  }
}
