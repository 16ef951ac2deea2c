/** The Amazon States Language: definitions of state machines, and what their states say. */
@NullMarked
package io.github.waserverless.app.states;

import org.jspecify.annotations.NullMarked;
