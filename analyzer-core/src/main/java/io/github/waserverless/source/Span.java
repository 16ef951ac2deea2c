package io.github.waserverless.source;

/**
 * A stretch of text. Lines and columns count from 1, columns in UTF-16 code units; the end is
 * exclusive.
 */
public record Span(int startLine, int startColumn, int endLine, int endColumn)
    implements Comparable<Span> {

  /** The first character of a file. */
  public static final Span FILE_START = new Span(1, 1, 1, 1);

  /** Whether the stretch does not leave its line. */
  public boolean onOneLine() {
    return startLine == endLine;
  }

  /** Whether another stretch starts inside of this one. */
  public boolean containsStartOf(Span other) {
    boolean afterStart =
        startLine < other.startLine
            || (startLine == other.startLine && startColumn <= other.startColumn);
    boolean beforeEnd =
        other.startLine < endLine || (other.startLine == endLine && other.startColumn < endColumn);
    return afterStart && beforeEnd;
  }

  /**
   * From the start of this stretch to the end of {@code last}; this alone where that is over before
   * it: an alias, or what a transform has put together, stands elsewhere.
   */
  public Span to(Span last) {
    boolean before =
        last.endLine < startLine || (last.endLine == startLine && last.endColumn < startColumn);
    return before ? this : new Span(startLine, startColumn, last.endLine, last.endColumn);
  }

  @Override
  public int compareTo(Span other) {
    int byLine = Integer.compare(startLine, other.startLine);
    if (byLine != 0) {
      return byLine;
    }
    int byColumn = Integer.compare(startColumn, other.startColumn);
    if (byColumn != 0) {
      return byColumn;
    }
    int byEndLine = Integer.compare(endLine, other.endLine);
    return byEndLine != 0 ? byEndLine : Integer.compare(endColumn, other.endColumn);
  }
}
