package io.github.waserverless.sarif;

import io.github.waserverless.report.JsonWriter;
import io.github.waserverless.source.Lines;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of files. GitHub shows an alert in a pull request only when all of its lines are in the
 * difference, so a region never leaves its first line where the text is known.
 */
final class Regions {

  private static final int CONTEXT = 2;

  /** Longer lines are not text that a person reads. */
  private static final int LONGEST_LINE = 400;

  private final Map<String, SourceFile> sources;
  private final boolean snippets;
  private final Map<String, Lines> lines = new HashMap<>();

  Regions(Map<String, SourceFile> sources, boolean snippets) {
    this.sources = sources;
    this.snippets = snippets;
  }

  /** The place of a finding, with what stands there and around it. */
  void writePrimary(String file, Span span, JsonWriter json) throws IOException {
    Lines text = lines(file);
    if (text == null || span.startLine() > text.count()) {
      write(span, json);
      return;
    }
    Span region = onFirstLine(span, text);
    String line = text.line(region.startLine());
    boolean shown = snippets && line.length() <= LONGEST_LINE;
    json.object(
        "region",
        () -> {
          members(region, json);
          if (shown && region.endColumn() > region.startColumn()) {
            snippet(line.substring(region.startColumn() - 1, region.endColumn() - 1), json);
          }
        });
    if (shown) {
      writeContext(region.startLine(), text, json);
    }
  }

  /** A place without what stands there. */
  void write(Span span, JsonWriter json) throws IOException {
    json.object("region", () -> members(span, json));
  }

  private void writeContext(int line, Lines text, JsonWriter json) throws IOException {
    int first = line;
    while (first > Math.max(1, line - CONTEXT) && isShort(text.line(first - 1))) {
      first--;
    }
    int last = line;
    while (last < Math.min(text.count(), line + CONTEXT) && isShort(text.line(last + 1))) {
      last++;
    }
    if (first < last) {
      int from = first;
      int to = last;
      json.object(
          "contextRegion",
          () -> {
            json.member("startLine", from).member("endLine", to);
            snippet(text.lines(from, to), json);
          });
    }
  }

  private static boolean isShort(String line) {
    return line.length() <= LONGEST_LINE;
  }

  private @Nullable Lines lines(String file) {
    SourceFile source = sources.get(file);
    return source == null ? null : lines.computeIfAbsent(file, f -> Lines.of(source.text()));
  }

  private static Span onFirstLine(Span span, Lines text) {
    String line = text.line(span.startLine());
    int start = Math.min(span.startColumn(), line.length() + 1);
    int end = span.onOneLine() ? span.endColumn() : line.stripTrailing().length() + 1;
    int last = Math.max(start, Math.min(end, line.length() + 1));
    return new Span(span.startLine(), start, span.startLine(), last);
  }

  /** The members of a region. */
  static void members(Span span, JsonWriter json) throws IOException {
    json.member("startLine", span.startLine())
        .member("startColumn", span.startColumn())
        .member("endLine", span.endLine())
        .member("endColumn", span.endColumn());
  }

  private static void snippet(String text, JsonWriter json) throws IOException {
    json.object("snippet", () -> json.member("text", text));
  }
}
