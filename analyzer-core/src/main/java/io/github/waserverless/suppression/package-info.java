/**
 * Where users say that findings are not wanted: comments, metadata, annotations, and those of
 * peers.
 */
@NullMarked
package io.github.waserverless.suppression;

import org.jspecify.annotations.NullMarked;
