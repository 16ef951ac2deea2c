package io.github.waserverless.engine;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import io.github.waserverless.tree.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the lines of literal block scalars, the texts after a bar, in the file they stand in. */
final class BlockScalars {

  /** A bar, after the tag or anchor of the text. */
  private static final Pattern LITERAL = Pattern.compile("([!&]\\S+\\s+)*\\|[-+0-9]*\\s*(#.*)?");

  private static final Pattern TAG = Pattern.compile("[!&]\\S+\\s*");

  private final SourceFile file;
  private @Nullable List<String> lines;

  BlockScalars(SourceFile file) {
    this.file = file;
  }

  /** Where a stretch of a text stands; empty unless its first line is found there. */
  Optional<Location> within(Scalar text, Span stretch) {
    Span whole = text.location().span();
    List<String> written = text.raw().lines().toList();
    int bar = text.location().file().equals(file.name()) ? bar(whole) : 0;
    if (bar == 0 || stretch.startLine() > written.size()) {
      return Optional.empty();
    }
    String source = line(bar + stretch.startLine());
    return indent(written.get(stretch.startLine() - 1), source)
        .map(in -> new Location(file.name(), moved(stretch, bar, in, source)));
  }

  private static Span moved(Span stretch, int down, int right, String source) {
    int last = stretch.endColumn() + right;
    return new Span(
        down + stretch.startLine(),
        right + stretch.startColumn(),
        down + stretch.endLine(),
        stretch.onOneLine() ? Math.min(last, source.length() + 1) : last);
  }

  /** The line with the bar that begins a literal block; 0 if there is none. */
  private int bar(Span text) {
    String line = line(text.startLine());
    int at = text.startColumn() - 1;
    if (text.onOneLine() || at >= line.length()) {
      return 0;
    }
    String begin = line.substring(at);
    if (LITERAL.matcher(begin).matches()) {
      return text.startLine();
    }
    boolean below =
        TAG.matcher(begin).matches()
            && LITERAL.matcher(line(text.startLine() + 1).strip()).matches();
    return below ? text.startLine() + 1 : 0;
  }

  /** How much further right a line stands in the file than in the text. */
  private static Optional<Integer> indent(String written, String source) {
    int indent = source.length() - written.length();
    return indent > 0 && source.endsWith(written) && source.substring(0, indent).isBlank()
        ? Optional.of(indent)
        : Optional.empty();
  }

  /** A line by its number; nothing beyond the end. */
  private synchronized String line(int number) {
    List<String> all = lines;
    if (all == null) {
      all = file.text().lines().toList();
      lines = all;
    }
    return number <= all.size() ? all.get(number - 1) : "";
  }
}
