package io.github.waserverless.report;

import java.io.IOException;

/** Writes XML, indented by two spaces. */
final class XmlWriter {

  private final Appendable out;
  private int depth;

  XmlWriter(Appendable out) throws IOException {
    this.out = out;
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** What stands inside of an element. */
  @FunctionalInterface
  interface Content {

    void write() throws IOException;
  }

  /**
   * An element with others inside of it.
   *
   * @param attributes names and values by turns
   */
  void element(String name, Content content, String... attributes) throws IOException {
    start(name, attributes);
    out.append(">\n");
    depth++;
    content.write();
    depth--;
    out.append("  ".repeat(depth) + "</" + name + ">\n");
  }

  /** An element with nothing inside of it. */
  void empty(String name, String... attributes) throws IOException {
    start(name, attributes);
    out.append("/>\n");
  }

  /** An element with a text inside of it. */
  void text(String name, String text, String... attributes) throws IOException {
    start(name, attributes);
    out.append(">" + escaped(text) + "</" + name + ">\n");
  }

  private void start(String name, String... attributes) throws IOException {
    out.append("  ".repeat(depth) + "<" + name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(" " + attributes[i] + "=\"" + escaped(attributes[i + 1]) + "\"");
    }
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                // What XML cannot hold is shown as everywhere else.
                default -> Printable.append(c, escaped);
              }
            });
    return escaped.toString();
  }
}
