package io.github.waserverless.engine;

import io.github.waserverless.rule.Rule;
import io.github.waserverless.rule.Suppression;
import java.util.List;

/**
 * What a run knows about suppressions beside those in the files that it reads.
 *
 * @param known all rules that there are, whether they run or not
 * @param configured suppressions that the project's configuration states
 * @param honourPeers whether what is written for other tools counts
 * @param partial whether only a part of the project is read
 */
public record SuppressionSettings(
    List<Rule> known, List<Suppression> configured, boolean honourPeers, boolean partial) {

  /** Only those in the files. */
  public static SuppressionSettings ofFiles(List<Rule> known) {
    return new SuppressionSettings(known, List.of(), false, true);
  }
}
