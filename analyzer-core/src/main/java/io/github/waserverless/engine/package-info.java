/** A run: finds the files, reads them, joins them into applications, runs the rules. */
@NullMarked
package io.github.waserverless.engine;

import org.jspecify.annotations.NullMarked;
