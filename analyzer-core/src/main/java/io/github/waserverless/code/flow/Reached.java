package io.github.waserverless.code.flow;

import io.github.waserverless.source.Location;
import java.util.List;

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
}
