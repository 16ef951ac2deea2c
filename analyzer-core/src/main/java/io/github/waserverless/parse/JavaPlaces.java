package io.github.waserverless.parse;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Span;

/** The places of nodes in one source file. */
record JavaPlaces(String file) {

  Location of(Node node) {
    return node.getRange().map(this::of).orElse(Location.startOf(file));
  }

  /** From the start of one node to the end of another. */
  Location between(Node first, Node last) {
    return of(first).to(of(last));
  }

  private Location of(Range range) {
    return new Location(
        file, new Span(range.begin.line, range.begin.column, range.end.line, range.end.column + 1));
  }
}
