/** Events and functions: who invokes what, and whether it may. */
@NullMarked
package io.github.waserverless.rules.events;

import org.jspecify.annotations.NullMarked;
