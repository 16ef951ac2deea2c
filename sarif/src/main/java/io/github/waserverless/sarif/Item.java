package io.github.waserverless.sarif;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.engine.Unreported.Compared;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Fingerprint;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.rule.Suppression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A finding on its way into a log.
 *
 * @param isKnown whether a baseline holds it
 * @param suppression what keeps it from being reported, if anything does
 */
record Item(
    Finding finding, Fingerprint fingerprint, boolean isKnown, Optional<Suppression> suppression) {

  /**
   * The findings of a run in the order of their places; those that are suppressed come last.
   *
   * @param names what a file that is reported is called on every machine
   */
  static List<Item> of(Analysis analysis, Included included, UnaryOperator<String> names) {
    List<Finding> findings = new ArrayList<>(analysis.findings());
    Set<Finding> known = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Finding each : analysis.unreported().compared().map(Compared::known).orElse(List.of())) {
      findings.add(each);
      known.add(each);
    }
    // With those that are known, or of two alike the new one would be taken for the other.
    Collections.sort(findings);
    int unsuppressed = findings.size();
    List<Suppressed> suppressed = included.suppressed() ? analysis.suppressed() : List.of();
    suppressed.forEach(each -> findings.add(each.finding()));
    List<Fingerprint> fingerprints = Fingerprint.of(findings, names);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      boolean isKnown = known.contains(finding);
      if (included.known() || !isKnown) {
        Optional<Suppression> by =
            i < unsuppressed
                ? Optional.empty()
                : Optional.of(suppressed.get(i - unsuppressed).by());
        items.add(new Item(finding, fingerprints.get(i), isKnown, by));
      }
    }
    return items;
  }
}
