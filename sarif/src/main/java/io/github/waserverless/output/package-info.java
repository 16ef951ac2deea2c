/** What a run reports, in which form and into which file, for whoever calls it. */
@NullMarked
package io.github.waserverless.output;

import org.jspecify.annotations.NullMarked;
