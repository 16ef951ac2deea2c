/**
 * What a fuzzer drives: one class for each kind of input, whose {@code fuzzerTestOneInput} is given
 * any bytes and fails when a promise of SECURITY.md does not hold for them.
 */
@NullMarked
package io.github.waserverless.fuzz;

import org.jspecify.annotations.NullMarked;
