package io.github.waserverless.cli;

import io.github.waserverless.rule.Rule;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What reports may say of a run beside its result.
 *
 * @param rules the rules that ran
 * @param paths what it was asked to read
 * @param exitCode how it ends
 */
record RunFacts(List<Rule> rules, List<Path> paths, int exitCode, Instant start) {}
