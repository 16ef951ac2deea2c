package io.github.waserverless.template;

import java.util.ArrayList;
import java.util.List;

/** The parts of a {@code Fn::Sub} text: literal text and names in <code>${…}</code>. */
final class Substitution {

  /** A stretch of literal text, or a name to be replaced. */
  record Part(String text, boolean isName) {}

  private Substitution() {}

  /** Splits a text; <code>${!X}</code> is the literal <code>${X}</code>. */
  static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int from = 0;
    while (from < text.length()) {
      int open = text.indexOf("${", from);
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      literal.append(text, from, open);
      String name = text.substring(open + 2, close).strip();
      if (name.startsWith("!")) {
        literal.append("${").append(name, 1, name.length()).append('}');
      } else {
        addLiteral(parts, literal);
        parts.add(new Part(name, true));
      }
      from = close + 1;
    }
    literal.append(text, Math.min(from, text.length()), text.length());
    addLiteral(parts, literal);
    return parts;
  }

  private static void addLiteral(List<Part> parts, StringBuilder literal) {
    if (literal.length() > 0) {
      parts.add(new Part(literal.toString(), false));
      literal.setLength(0);
    }
  }
}
