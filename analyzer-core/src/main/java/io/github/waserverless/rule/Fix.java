package io.github.waserverless.rule;

import io.github.waserverless.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A change of one file that makes a finding go away.
 *
 * @param description what it does, as an order without a full stop
 * @param edits in the order of their places, none inside of another
 */
public record Fix(String description, List<Edit> edits) {

  /**
   * Other text at a place.
   *
   * @param span what goes; empty for an insertion
   */
  public record Edit(Span span, String text) {}

  /** The change of all resources that have a problem; empty when one of them cannot be changed. */
  public static Optional<Fix> of(
      String description, List<Subject> subjects, Function<Subject, Optional<Edit>> change) {
    List<Edit> edits = new ArrayList<>();
    for (Subject subject : subjects) {
      Optional<Edit> edit = change.apply(subject);
      if (edit.isEmpty()) {
        return Optional.empty();
      }
      edits.add(edit.get());
    }
    edits.sort(Comparator.comparing(Edit::span));
    return Optional.of(new Fix(description, List.copyOf(edits)));
  }
}
