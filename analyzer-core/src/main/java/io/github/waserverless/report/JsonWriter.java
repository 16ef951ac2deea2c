package io.github.waserverless.report;

import java.io.IOException;

/** Writes JSON, indented by two spaces, members in the order in which they come. */
public final class JsonWriter {

  private final Appendable out;
  private int depth;
  private boolean first = true;

  /** A writer of one document. */
  public JsonWriter(Appendable out) {
    this.out = out;
  }

  /** What stands between the brackets of an object or array. */
  @FunctionalInterface
  public interface Content {

    /** Writes it. */
    void write() throws IOException;
  }

  /** An object as the document or as an item. */
  public JsonWriter object(Content members) throws IOException {
    separate();
    return brackets('{', members, '}');
  }

  /** A member that is an object. */
  public JsonWriter object(String name, Content members) throws IOException {
    name(name);
    return brackets('{', members, '}');
  }

  /** An array as the document or as an item. */
  public JsonWriter array(Content items) throws IOException {
    separate();
    return brackets('[', items, ']');
  }

  /** A member that is an array. */
  public JsonWriter array(String name, Content items) throws IOException {
    name(name);
    return brackets('[', items, ']');
  }

  /** A text as an item. */
  public JsonWriter item(String text) throws IOException {
    separate();
    quote(text);
    return this;
  }

  /** A truth value as an item. */
  public JsonWriter item(boolean value) throws IOException {
    separate();
    out.append(Boolean.toString(value));
    return this;
  }

  /** A member that is a text. */
  public JsonWriter member(String name, String text) throws IOException {
    name(name);
    quote(text);
    return this;
  }

  /** A member that is a number. */
  public JsonWriter member(String name, int number) throws IOException {
    name(name);
    out.append(Integer.toString(number));
    return this;
  }

  /** A member that is true or false. */
  public JsonWriter member(String name, boolean value) throws IOException {
    name(name);
    out.append(Boolean.toString(value));
    return this;
  }

  /** Ends the document. */
  public void end() throws IOException {
    out.append('\n');
  }

  private JsonWriter brackets(char open, Content content, char close) throws IOException {
    out.append(open);
    depth++;
    first = true;
    content.write();
    depth--;
    if (!first) {
      newLine();
    }
    first = false;
    out.append(close);
    return this;
  }

  private void name(String name) throws IOException {
    separate();
    quote(name);
    out.append(": ");
  }

  private void separate() throws IOException {
    if (!first) {
      out.append(',');
    }
    if (depth > 0) {
      newLine();
    }
    first = false;
  }

  private void newLine() throws IOException {
    out.append('\n').append("  ".repeat(depth));
  }

  private void quote(String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (isHalf(text, i)) {
        // Half a character is none that every reader of JSON takes.
        out.append("\\ufffd");
      } else if ((c >= ' ' && c <= '~') || !needsEscape(text, i)) {
        out.append(c);
      } else {
        out.append("\\u%04x".formatted((int) c));
      }
    }
    out.append('"');
  }

  private static boolean isHalf(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  /** Also what a terminal or an editor would obey rather than show. */
  private static boolean needsEscape(String text, int i) {
    char c = text.charAt(i);
    if (!Character.isSurrogate(c)) {
      return Printable.isUnsafe(c);
    }
    int start = Character.isLowSurrogate(c) && i > 0 ? i - 1 : i;
    return Printable.isUnsafe(text.codePointAt(start));
  }
}
