/** The built-in rules: one folder per subject, a rule and its page side by side. */
@NullMarked
package io.github.waserverless.rules;

import org.jspecify.annotations.NullMarked;
