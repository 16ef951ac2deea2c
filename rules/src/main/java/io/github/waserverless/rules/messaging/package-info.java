/** Queues, topics, streams and buses: what happens to a message that fails. */
@NullMarked
package io.github.waserverless.rules.messaging;

import org.jspecify.annotations.NullMarked;
