package io.github.waserverless.sarif;

import io.github.waserverless.engine.Analysis;
import io.github.waserverless.rule.Finding;
import io.github.waserverless.rule.Fingerprint;
import io.github.waserverless.rule.Severity;
import io.github.waserverless.rule.Suppression;
import io.github.waserverless.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What one rule has to say about one line: to GitHub, two results of a rule on a line are one
 * alert.
 *
 * @param items at least one
 * @param suppression what keeps it from being reported, if anything does
 * @param isCompared whether there is a baseline
 */
record Result(List<Item> items, Optional<Suppression> suppression, boolean isCompared) {

  /** More findings on one line than this are counted, not told. */
  private static final int MOST_SENTENCES = 5;

  private record Key(String rule, String file, int line, Optional<Suppression> suppression) {}

  /**
   * The results that the findings of a run make up, in the order of their places; those that are
   * suppressed, if they are wanted, come last.
   *
   * @param names what a file that is reported is called on every machine
   */
  static List<Result> of(Analysis analysis, Included included, UnaryOperator<String> names) {
    boolean isCompared = analysis.unreported().compared().isPresent();
    Map<Key, Result> results = new LinkedHashMap<>();
    for (Item item : Item.of(analysis, included, names)) {
      Key key = key(item.finding(), item.suppression());
      results
          .computeIfAbsent(key, k -> new Result(new ArrayList<>(), k.suppression(), isCompared))
          .items
          .add(item);
    }
    return List.copyOf(results.values());
  }

  private static Key key(Finding finding, Optional<Suppression> suppression) {
    Location location = finding.location();
    return new Key(finding.rule().id(), location.file(), location.span().startLine(), suppression);
  }

  List<Finding> findings() {
    return items.stream().map(Item::finding).toList();
  }

  List<Fingerprint> fingerprints() {
    return items.stream().map(Item::fingerprint).toList();
  }

  /** How it compares with the baseline, if there is one. */
  Optional<BaselineState> baselineState() {
    if (!isCompared) {
      return Optional.empty();
    }
    long known = items.stream().filter(Item::isKnown).count();
    // What is suppressed is no news either, wherever it is written down.
    if (suppression.isPresent() || known == items.size()) {
      return Optional.of(BaselineState.UNCHANGED);
    }
    return Optional.of(known == 0 ? BaselineState.NEW : BaselineState.UPDATED);
  }

  /** The finding that stands for all of them: the first of the gravest. */
  Finding main() {
    Severity severity = severity();
    for (Finding finding : findings()) {
      if (finding.severity() == severity) {
        return finding;
      }
    }
    return items.get(0).finding();
  }

  Severity severity() {
    Severity gravest = Severity.NOTE;
    for (Finding finding : findings()) {
      gravest = finding.severity().compareTo(gravest) > 0 ? finding.severity() : gravest;
    }
    return gravest;
  }

  /** What all findings say, as far as limits allow. */
  Message message(Limits limits) {
    Message first = Message.of(main().message(), Place.of(main()), 1, limits.locations());
    List<String> sentences = new ArrayList<>(List.of(first.text()));
    List<Place> places = new ArrayList<>(first.places());
    for (Finding finding : findings()) {
      if (!finding.equals(main()) && sentences.size() < MOST_SENTENCES) {
        int left = limits.locations() - places.size();
        Message next = Message.of(finding.message(), Place.of(finding), places.size() + 1, left);
        sentences.add(next.text());
        places.addAll(next.places());
      }
    }
    if (sentences.size() < items.size()) {
      sentences.add((items.size() - sentences.size()) + " more on this line.");
    }
    return new Message(String.join(" ", sentences), places);
  }
}
