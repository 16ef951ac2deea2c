/** What methods do, what a handler reaches, and where the values in it come from. */
@NullMarked
package io.github.waserverless.code.flow;

import org.jspecify.annotations.NullMarked;
