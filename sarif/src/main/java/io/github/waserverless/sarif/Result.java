package io.github.waserverless.sarif;

import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Fingerprint;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one rule has to say about one line: to GitHub, two results of a rule on a line are one
 * alert.
 *
 * @param findings at least one
 * @param fingerprints those of the findings, in their order
 */
record Result(List<Finding> findings, List<Fingerprint> fingerprints) {

  /** More findings on one line than this are counted, not told. */
  private static final int MOST_SENTENCES = 5;

  private record Key(String rule, String file, int line) {}

  /** The results that findings make up, in the order of their places. */
  static List<Result> of(List<Finding> findings, List<Fingerprint> fingerprints) {
    Map<Key, Result> results = new LinkedHashMap<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      Location location = finding.location();
      Key key = new Key(finding.rule().id(), location.file(), location.span().startLine());
      Result result =
          results.computeIfAbsent(key, k -> new Result(new ArrayList<>(), new ArrayList<>()));
      result.findings.add(finding);
      result.fingerprints.add(fingerprints.get(i));
    }
    return List.copyOf(results.values());
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
