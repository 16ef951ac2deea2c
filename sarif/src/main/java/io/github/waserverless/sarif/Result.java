package io.github.waserverless.sarif;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Fingerprint;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.rule.Suppressed;
import io.github.waserverless.rule.Suppression;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What one rule has to say about one line: to GitHub, two results of a rule on a line are one
 * alert.
 *
 * @param findings at least one
 * @param fingerprints those of the findings, in their order
 * @param suppression what keeps it from being reported, if anything does
 */
record Result(
    List<Finding> findings, List<Fingerprint> fingerprints, Optional<Suppression> suppression) {

  /** More findings on one line than this are counted, not told. */
  private static final int MOST_SENTENCES = 5;

  private record Key(String rule, String file, int line, Optional<Suppression> suppression) {}

  /**
   * The results that the findings of a run make up, in the order of their places; those that are
   * suppressed, if they are wanted, come last.
   *
   * @param names what a file that is reported is called on every machine
   */
  static List<Result> of(Analysis analysis, boolean withSuppressed, UnaryOperator<String> names) {
    List<Finding> findings = new ArrayList<>(analysis.findings());
    List<Optional<Suppression>> suppressions =
        new ArrayList<>(Collections.nCopies(findings.size(), Optional.empty()));
    for (Suppressed suppressed : withSuppressed ? analysis.suppressed() : List.<Suppressed>of()) {
      findings.add(suppressed.finding());
      suppressions.add(Optional.of(suppressed.by()));
    }
    List<Fingerprint> fingerprints = Fingerprint.of(findings, names);
    Map<Key, Result> results = new LinkedHashMap<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      Result result =
          results.computeIfAbsent(
              key(finding, suppressions.get(i)),
              k -> new Result(new ArrayList<>(), new ArrayList<>(), k.suppression()));
      result.findings.add(finding);
      result.fingerprints.add(fingerprints.get(i));
    }
    return List.copyOf(results.values());
  }

  private static Key key(Finding finding, Optional<Suppression> suppression) {
    Location location = finding.location();
    return new Key(finding.rule().id(), location.file(), location.span().startLine(), suppression);
  }

  /** The finding that stands for all of them: the first of the gravest. */
  Finding main() {
    Severity severity = severity();
    for (Finding finding : findings) {
      if (finding.severity() == severity) {
        return finding;
      }
    }
    return findings.get(0);
  }

  Severity severity() {
    Severity gravest = Severity.NOTE;
    for (Finding finding : findings) {
      gravest = finding.severity().compareTo(gravest) > 0 ? finding.severity() : gravest;
    }
    return gravest;
  }

  /** What all findings say, as far as limits allow. */
  Message message(Limits limits) {
    Message first = Message.of(main().message(), Place.of(main()), 1, limits.locations());
    List<String> sentences = new ArrayList<>(List.of(first.text()));
    List<Place> places = new ArrayList<>(first.places());
    for (Finding finding : findings) {
      if (!finding.equals(main()) && sentences.size() < MOST_SENTENCES) {
        int left = limits.locations() - places.size();
        Message next = Message.of(finding.message(), Place.of(finding), places.size() + 1, left);
        sentences.add(next.text());
        places.addAll(next.places());
      }
    }
    if (sentences.size() < findings.size()) {
      sentences.add((findings.size() - sentences.size()) + " more on this line.");
    }
    return new Message(String.join(" ", sentences), places);
  }
}
