/** APIs: what reaches the functions behind them. */
@NullMarked
package io.github.waserverless.rules.api;

import org.jspecify.annotations.NullMarked;
