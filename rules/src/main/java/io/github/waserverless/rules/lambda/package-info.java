/** Lambda functions themselves: their size, time limit, runtime and quotas. */
@NullMarked
package io.github.waserverless.rules.lambda;

import org.jspecify.annotations.NullMarked;
