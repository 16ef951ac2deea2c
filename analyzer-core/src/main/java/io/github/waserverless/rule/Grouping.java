package io.github.waserverless.rule;

import io.github.waserverless.source.Location;
import java.util.Optional;

/**
 * How problems of one cause are told once per template.
 *
 * @param subjects what has the problem, in the plural: {@code functions}
 * @param message what is said of them: the sentence goes on after their names
 * @param place where one fix serves them all; the first of them when empty
 */
public record Grouping(String subjects, String message, Optional<Location> place) {}
