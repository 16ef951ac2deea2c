/** Templates and code: what each of them says about the other, and whether it is so. */
@NullMarked
package io.github.waserverless.rules.code;

import org.jspecify.annotations.NullMarked;
