package io.github.waserverless.app;

import io.github.waserverless.code.flow.Data;
import io.github.waserverless.code.flow.Reached;
import io.github.waserverless.code.flow.Site;
import io.github.waserverless.source.Location;
import java.util.List;

/**
 * A key that a handler makes anew in each run, so that a second run does not meet what the first
 * one left.
 *
 * @param kind what it is the key of
 * @param name the attribute that it is written to, or what it is called
 * @param made where it is made
 * @param reached where it is used
 */
public record GeneratedKey(
    Kind kind, String name, Data.Generated made, Reached<? extends Site> reached) {

  /** What a key is the key of. */
  public enum Kind {
    ITEM,
    OBJECT,
    EXECUTION,
    MESSAGE,
    REQUEST
  }

  /** All keys that a handler makes for an event. */
  static List<GeneratedKey> in(FunctionHandler handler) {
    return new GeneratedKeys(handler).find();
  }

  /** Whether it is made of the time and not at random. */
  public boolean isOfTime() {
    return made.source() == Data.Source.TIME;
  }

  /** Where it is used. */
  public Location location() {
    return reached.location();
  }
}
