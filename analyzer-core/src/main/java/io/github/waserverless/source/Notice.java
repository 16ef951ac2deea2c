package io.github.waserverless.source;

/**
 * Something that could not be read, or was not looked at: a result without findings never means
 * that.
 *
 * @param kind what it means for the run
 * @param location where it is
 * @param message one sentence without a full stop
 */
public record Notice(Kind kind, Location location, String message) implements Comparable<Notice> {

  /** What a notice means for the run. */
  public enum Kind {
    /** Input that cannot be read: nothing in it was judged. */
    UNREADABLE,
    /** A part that was not looked at, although the rest of the file was. */
    NOT_LOOKED_AT
  }

  /** Input that cannot be read. */
  public static Notice unreadable(Location location, String message) {
    return new Notice(Kind.UNREADABLE, location, message);
  }

  /** A part that was not looked at. */
  public static Notice notLookedAt(Location location, String message) {
    return new Notice(Kind.NOT_LOOKED_AT, location, message);
  }

  @Override
  public int compareTo(Notice other) {
    int byPlace = location.compareTo(other.location);
    if (byPlace != 0) {
      return byPlace;
    }
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : message.compareTo(other.message);
  }
}
