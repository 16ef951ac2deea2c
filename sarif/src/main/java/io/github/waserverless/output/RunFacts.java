package io.github.waserverless.output;

import io.github.waserverless.report.Advice;
import io.github.waserverless.rule.Rule;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What reports may say of a run beside its result.
 *
 * @param rules the rules that ran
 * @param paths what it was asked to read
 * @param exitCode how it ends
 * @param start when it began; empty when the same input must give the same report
 * @param category what tells it from other runs over the same commit
 * @param suppressed whether reports hold what is suppressed
 * @param known whether reports hold what the baseline knows
 * @param advice how a reader gets more out of its caller
 */
public record RunFacts(
    List<Rule> rules,
    List<Path> paths,
    int exitCode,
    Optional<Instant> start,
    Optional<String> category,
    boolean suppressed,
    boolean known,
    Advice advice) {}
