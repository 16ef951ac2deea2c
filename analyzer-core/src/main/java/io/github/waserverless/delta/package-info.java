/** What is new: findings that no baseline holds, and those that concern changed files. */
@NullMarked
package io.github.waserverless.delta;

import org.jspecify.annotations.NullMarked;
