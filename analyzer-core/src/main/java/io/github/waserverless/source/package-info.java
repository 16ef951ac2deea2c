/** Files as text, and places in them. */
@NullMarked
package io.github.waserverless.source;

import org.jspecify.annotations.NullMarked;
