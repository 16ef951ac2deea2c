/** Rules about suppressions: that they say why, and that they are still needed. */
@NullMarked
package io.github.waserverless.rules.suppression;

import org.jspecify.annotations.NullMarked;
