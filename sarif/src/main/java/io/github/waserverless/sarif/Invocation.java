package io.github.waserverless.sarif;

import io.github.waserverless.engine.SourceRoot;
import io.github.waserverless.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a log says of the run beside its result.
 *
 * @param version the version of the tool
 * @param rules the rules that ran, in the order of their ids
 * @param root where names of files start
 * @param category what tells this analysis from others of the same commit
 * @param included what the log holds beside the findings that are reported
 * @param exitCode how the run ends
 * @param time when it ran; empty when the same input must always give the same bytes, in whatever
 *     folder it lies
 */
public record Invocation(
    String version,
    List<Rule> rules,
    SourceRoot root,
    Optional<String> category,
    Included included,
    int exitCode,
    Optional<Time> time) {

  /** From when to when a run went. */
  public record Time(Instant start, Instant end) {}
}
