package io.github.waserverless.app.states;

import io.github.waserverless.source.Location;

/**
 * A definition that could not be read.
 *
 * @param place where it is, or where the template names it
 * @param why what is wrong with it: the sentence begins with its machine's definition
 * @param invalid whether no deployment can make a definition of it
 */
public record Unread(Location place, String why, boolean invalid) {}
