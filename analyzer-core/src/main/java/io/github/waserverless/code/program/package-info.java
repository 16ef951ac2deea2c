/** Java sources joined: which class a name means, what a class inherits, who implements what. */
@NullMarked
package io.github.waserverless.code.program;

import org.jspecify.annotations.NullMarked;
