/** The findings as violations of Checkstyle. */
@NullMarked
package io.github.waserverless.checkstyle;

import org.jspecify.annotations.NullMarked;
