/** Events that come twice: what a second run does to the world. */
@NullMarked
package io.github.waserverless.rules.idempotency;

import org.jspecify.annotations.NullMarked;
