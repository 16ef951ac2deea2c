/** Rules on code that depends on where it runs. */
@NullMarked
package io.github.waserverless.rules.placement;

import org.jspecify.annotations.NullMarked;
