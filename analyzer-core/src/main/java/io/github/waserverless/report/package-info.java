/** A run's result as text or JSON. */
@NullMarked
package io.github.waserverless.report;

import org.jspecify.annotations.NullMarked;
