/** Text to trees. The only package that knows parser libraries. */
@NullMarked
package io.github.waserverless.parse;

import org.jspecify.annotations.NullMarked;
