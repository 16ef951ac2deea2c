/** Findings as a SARIF 2.1.0 log. */
@NullMarked
package io.github.waserverless.sarif;

import org.jspecify.annotations.NullMarked;
