/** Java source as plain records: declarations, statements and expressions, with their places. */
@NullMarked
package io.github.waserverless.code;

import org.jspecify.annotations.NullMarked;
