/** The command line: options in, a report and an exit code out. */
@NullMarked
package io.github.waserverless.cli;

import org.jspecify.annotations.NullMarked;
