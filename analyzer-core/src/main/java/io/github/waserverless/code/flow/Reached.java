package io.github.waserverless.code.flow;

import io.github.waserverless.source.Location;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a handler does in a phase.
 *
 * @param steps the ways to it; they differ in the objects whose method it is
 */
public record Reached<S extends Site>(S site, Phase phase, List<Step> steps) {

  /** The first way to it. */
  public Step step() {
    return steps.get(0);
  }

  /** Where it is. */
  public Location location() {
    return site.location();
  }

  /** The shortest way from the entry to the method that it is in. */
  public List<Step.Stop> path() {
    return step().path();
  }

  /**
   * Whether it is written before something else on the shortest ways to both: in the first method
   * where their ways part. Loops and callbacks may still run it later.
   */
  public boolean isBefore(Reached<?> other) {
    List<Location> here = places();
    List<Location> there = other.places();
    for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
      if (!here.get(i).equals(there.get(i))) {
        return here.get(i).compareTo(there.get(i)) < 0;
      }
    }
    return here.size() < there.size();
  }

  private List<Location> places() {
    return Stream.concat(path().stream().map(Step.Stop::location), Stream.of(location())).toList();
  }
}
