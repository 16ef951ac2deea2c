/** Rewrites the classes of the executable jar, when it is built, so that it starts sooner. */
@org.jspecify.annotations.NullMarked
package io.github.waserverless.startup;
