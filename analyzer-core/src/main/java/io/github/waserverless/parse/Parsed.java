package io.github.waserverless.parse;

import io.github.waserverless.source.Notice;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Optional;

/**
 * What reading a text gave.
 *
 * @param root the tree; empty when the text cannot be read or holds nothing
 * @param notices what was wrong, and where
 */
public record Parsed(Optional<Value> root, List<Notice> notices) {

  static Parsed of(Value root, List<Notice> notices) {
    return new Parsed(Optional.of(root), List.copyOf(notices));
  }

  static Parsed unreadable(Notice notice) {
    return new Parsed(Optional.empty(), List.of(notice));
  }
}
