/** What a project says about its checks: which rules, with which values, on which files. */
@NullMarked
package io.github.waserverless.configuration;

import org.jspecify.annotations.NullMarked;
