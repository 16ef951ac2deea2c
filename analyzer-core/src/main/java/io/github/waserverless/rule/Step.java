package io.github.waserverless.rule;

import io.github.waserverless.source.Location;

/**
 * A place on the way that leads to a problem.
 *
 * @param message what happens there, in a few words
 */
public record Step(Location location, String message) {}
