package io.github.waserverless.rule;

import io.github.waserverless.source.Location;

/**
 * Another place that has part in a problem.
 *
 * @param message what is there, in a few words
 */
public record Related(Location location, String message) {}
