/** Traces, logs and alarms: whether operators see what happens. */
@NullMarked
package io.github.waserverless.rules.observability;

import org.jspecify.annotations.NullMarked;
