package io.github.waserverless.rule;

import io.github.waserverless.source.Location;
import java.util.Optional;

/**
 * How problems of one cause are told once: per template, or for the whole application.
 *
 * @param subjects what has the problem, in the plural: {@code functions}
 * @param message what is said of them: the sentence goes on after their names
 * @param place where one fix serves them all; the first of them when empty
 * @param everywhere whether the cause is one of the application, whatever its templates
 */
public record Grouping(
    String subjects, String message, Optional<Location> place, boolean everywhere) {

  /** A grouping per template. */
  public Grouping(String subjects, String message, Optional<Location> place) {
    this(subjects, message, place, false);
  }

  /** A grouping for the whole application, told at the first that has the problem. */
  public static Grouping everywhere(String subjects, String message) {
    return new Grouping(subjects, message, Optional.empty(), true);
  }
}
