/**
 * Values as a template writes them, each with its place; intrinsic functions are not yet resolved.
 */
@NullMarked
package io.github.waserverless.tree;

import org.jspecify.annotations.NullMarked;
