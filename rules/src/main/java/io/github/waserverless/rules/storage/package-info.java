/** Data at rest: what becomes of it. */
@NullMarked
package io.github.waserverless.rules.storage;

import org.jspecify.annotations.NullMarked;
