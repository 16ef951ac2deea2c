package io.github.waserverless.source;

/** A place in a file; {@code file} is the path as reported, with forward slashes. */
public record Location(String file, Span span) implements Comparable<Location> {

  /** The beginning of a file. */
  public static Location startOf(String file) {
    return new Location(file, Span.FILE_START);
  }

  /** From the start of this place to the end of {@code last}, in the same file. */
  public Location to(Location last) {
    return new Location(file, span.to(last.span));
  }

  /** Whether another place starts inside of this one. */
  public boolean contains(Location other) {
    return file.equals(other.file) && span.containsStartOf(other.span);
  }

  @Override
  public int compareTo(Location other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : span.compareTo(other.span);
  }

  @Override
  public String toString() {
    return file + ":" + span.startLine() + ":" + span.startColumn();
  }
}
