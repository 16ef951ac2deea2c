/** Tables: whether they keep up with the functions that use them. */
@NullMarked
package io.github.waserverless.rules.dynamodb;

import org.jspecify.annotations.NullMarked;
