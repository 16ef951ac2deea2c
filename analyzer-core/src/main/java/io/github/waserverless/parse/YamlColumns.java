package io.github.waserverless.parse;

import io.github.waserverless.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/**
 * Lines as editors count them and columns in UTF-16 code units, from marks that count code points
 * and end a line at a few more characters than editors do.
 */
final class YamlColumns {

  private final String text;
  private final boolean plain;
  private final int points;
  private final List<Integer> starts = new ArrayList<>(List.of(0));
  private final List<Integer> marks = new ArrayList<>(List.of(0));

  YamlColumns(String text) {
    this.text = text;
    this.plain = isPlain(text);
    this.points = plain ? text.length() : findLines();
  }

  /** Whether the library's own counting is right; a CR that ends the text ends no line for it. */
  private static boolean isPlain(String text) {
    if (text.endsWith("\r")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && (Character.isSurrogate(c) || endsLine(c))) {
        return false;
      }
    }
    return true;
  }

  /** Whether YAML 1.1 ends a line here and nobody else does. */
  private static boolean endsLine(char c) {
    return c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** Finds where lines start, and gives how many code points there are. */
  private int findLines() {
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      points += Character.isLowSurrogate(c) ? 0 : 1;
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
        starts.add(i + 1);
        marks.add(points);
      }
    }
    return points;
  }

  Span span(Mark start, Mark end) {
    if (plain) {
      return new Span(
          start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
    }
    int first = line(start);
    int last = line(end);
    return new Span(first + 1, column(start, first), last + 1, column(end, last));
  }

  private int line(Mark mark) {
    int found = Collections.binarySearch(marks, mark.getIndex());
    return found >= 0 ? found : -found - 2;
  }

  private int column(Mark mark, int line) {
    int start = starts.get(line);
    int point = Math.min(mark.getIndex(), points);
    return text.offsetByCodePoints(start, point - marks.get(line)) - start + 1;
  }
}
