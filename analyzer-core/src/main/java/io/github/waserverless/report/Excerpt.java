package io.github.waserverless.report;

import io.github.waserverless.source.Lines;
import io.github.waserverless.source.Span;
import java.util.Optional;

/**
 * The line of a source that a place starts on.
 *
 * @param text the line as shown: printable, and cut around the place when long
 * @param before how many columns of it are before the place
 * @param marked how many columns the place takes, at least one
 */
record Excerpt(String text, int before, int marked) {

  private static final int WIDEST = 100;
  private static final int LEAD = 30;
  private static final String CUT = "…";

  /** The excerpt of a place; empty when the source has no such line. */
  static Optional<Excerpt> of(Lines lines, Span span) {
    return span.startLine() > lines.count()
        ? Optional.empty()
        : Optional.of(of(lines.line(span.startLine()), span));
  }

  private static Excerpt of(String line, Span span) {
    int from = boundary(line, span.startColumn() - 1);
    int to = span.onOneLine() ? boundary(line, span.endColumn() - 1) : trimmedEnd(line);
    int first = 0;
    int last = trimmedEnd(line);
    if (last > WIDEST) {
      first = from <= WIDEST - LEAD ? 0 : boundary(line, from - LEAD);
      last = Math.min(last, boundary(line, first + WIDEST));
    }
    to = Math.max(from, Math.min(to, last));
    String before = (first > 0 ? CUT : "") + shown(line.substring(first, from));
    String marked = shown(line.substring(from, to));
    String after = last > to ? shown(line.substring(to, last)) : "";
    String end = last < trimmedEnd(line) ? CUT : "";
    return new Excerpt(
        before + marked + after + end,
        Printable.width(before),
        Math.max(1, Printable.width(marked)));
  }

  private static String shown(String text) {
    return Printable.of(text.replace("\t", "  "));
  }

  private static int trimmedEnd(String line) {
    int end = line.length();
    while (end > 0 && Character.isWhitespace(line.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** A position in the line that does not part a surrogate pair. */
  private static int boundary(String line, int index) {
    int i = Math.max(0, Math.min(index, line.length()));
    boolean insidePair =
        i > 0
            && i < line.length()
            && Character.isLowSurrogate(line.charAt(i))
            && Character.isHighSurrogate(line.charAt(i - 1));
    return insidePair ? i - 1 : i;
  }
}
