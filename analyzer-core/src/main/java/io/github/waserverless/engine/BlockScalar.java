package io.github.waserverless.engine;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import io.github.waserverless.tree.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A text after a bar, a literal block scalar, with the lines of the file that it stands in. */
final class BlockScalar {

  /** A bar, after the tag or anchor of the text. */
  private static final Pattern LITERAL = Pattern.compile("([!&]\\S+\\s+)*\\|[-+0-9]*\\s*(#.*)?");

  private static final Pattern TAG = Pattern.compile("[!&]\\S+\\s*");

  private final String file;
  private final List<String> source;
  private final List<String> text;

  /** The line with the bar; 0 where there is none. */
  private final int bar;

  BlockScalar(SourceFile file, Scalar text) {
    this.file = file.name();
    this.source = file.text().lines().toList();
    this.text = text.raw().lines().toList();
    this.bar = text.location().file().equals(file.name()) ? bar(text.location().span()) : 0;
  }

  private int bar(Span whole) {
    String line = line(whole.startLine());
    int at = whole.startColumn() - 1;
    if (whole.onOneLine() || at >= line.length()) {
      return 0;
    }
    String begin = line.substring(at);
    if (LITERAL.matcher(begin).matches()) {
      return whole.startLine();
    }
    boolean below =
        TAG.matcher(begin).matches()
            && LITERAL.matcher(line(whole.startLine() + 1).strip()).matches();
    return below ? whole.startLine() + 1 : 0;
  }

  /** A line of the file; nothing beyond its end. */
  private String line(int number) {
    return number <= source.size() ? source.get(number - 1) : "";
  }

  /** Where a stretch of the text stands; empty unless its first line is found there. */
  Optional<Location> place(Span stretch) {
    if (bar == 0 || stretch.startLine() > text.size()) {
      return Optional.empty();
    }
    String written = text.get(stretch.startLine() - 1);
    String line = line(bar + stretch.startLine());
    int indent = line.length() - written.length();
    return indent > 0 && line.endsWith(written) && line.substring(0, indent).isBlank()
        ? Optional.of(new Location(file, moved(stretch, indent, line.length() + 1)))
        : Optional.empty();
  }

  private Span moved(Span stretch, int right, int end) {
    int last = stretch.endColumn() + right;
    return new Span(
        bar + stretch.startLine(),
        right + stretch.startColumn(),
        bar + stretch.endLine(),
        stretch.onOneLine() ? Math.min(last, end) : last);
  }
}
