/** Properties that hold for all input, tried with generated input. */
@NullMarked
package io.github.waserverless.laws;

import org.jspecify.annotations.NullMarked;
