/** Rules on what is kept between events. */
@NullMarked
package io.github.waserverless.rules.state;

import org.jspecify.annotations.NullMarked;
