/** Calls of AWS and of other services: what comes back, how long it takes, how it is repeated. */
@NullMarked
package io.github.waserverless.rules.sdk;

import org.jspecify.annotations.NullMarked;
