/** State machines: what an execution shows when it fails. */
@NullMarked
package io.github.waserverless.rules.orchestration;

import org.jspecify.annotations.NullMarked;
