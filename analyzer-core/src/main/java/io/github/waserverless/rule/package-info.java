/** What a rule is, what it is called, and where it puts what it finds. */
@NullMarked
package io.github.waserverless.rule;

import org.jspecify.annotations.NullMarked;
