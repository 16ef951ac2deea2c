/** The analysis as goals of a Maven build. */
@NullMarked
package io.github.waserverless.maven;

import org.jspecify.annotations.NullMarked;
