package io.github.waserverless.parse;

import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Writes a tree as YAML, in every style that YAML has for it. */
final class YamlText {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9_./*-]*");

  private final Random style;
  private final StringBuilder yaml = new StringBuilder();

  private YamlText(Random style) {
    this.style = style;
  }

  static String of(Mapping root, Random style) {
    YamlText text = new YamlText(style);
    if (root.entries().isEmpty()) {
      return "{}";
    }
    text.entries(root, 0);
    return text.yaml.toString();
  }

  private boolean sometimes() {
    return style.nextInt(3) == 0;
  }

  /** A value behind its key, its dash or its tag, to the end of its last line. */
  private void block(Value value, int indent) {
    if (value instanceof Intrinsic call) {
      if (sometimes() || call.argument() instanceof Intrinsic) {
        block(longForm(call), indent);
      } else {
        yaml.append(" !").append(call.function());
        block(call.argument(), indent);
      }
    } else if (value instanceof Mapping mapping && !mapping.entries().isEmpty() && !sometimes()) {
      endLine();
      entries(mapping, indent);
    } else if (value instanceof Sequence list && !list.items().isEmpty() && !sometimes()) {
      endLine();
      for (Value item : list.items()) {
        yaml.append(" ".repeat(indent)).append('-');
        block(item, indent + 2);
      }
    } else if (!(value instanceof Scalar text && text.quoted() && literal(text.raw(), indent))) {
      flow(value, " ".repeat(indent + 2));
      endLine();
    }
  }

  private void entries(Mapping mapping, int indent) {
    for (Mapping.Entry entry : mapping.entries()) {
      yaml.append(" ".repeat(indent));
      scalar(entry.key(), "");
      yaml.append(':');
      block(entry.value(), indent + 2);
    }
  }

  private static Mapping longForm(Intrinsic call) {
    String name = call.is("Ref") ? "Ref" : "Fn::" + call.function();
    return new Mapping(
        List.of(new Mapping.Entry(Scalar.text(name, call.location()), call.argument())),
        call.location());
  }

  private void endLine() {
    yaml.append(sometimes() ? " # said: \"of\" {it\n" : "\n");
  }

  /** A value in brackets or quotes, or plain. */
  private void flow(Value value, String indent) {
    yaml.append(' ');
    if (value instanceof Scalar scalar) {
      scalar(scalar, indent);
    } else if (value instanceof Intrinsic call) {
      if (sometimes() || call.argument() instanceof Intrinsic) {
        flow(longForm(call), indent);
      } else {
        yaml.append('!').append(call.function());
        flow(call.argument(), indent);
      }
    } else if (value instanceof Sequence list) {
      yaml.append('[');
      for (Value item : list.items()) {
        flow(item, indent);
        yaml.append(sometimes() ? ",\n" + indent : ",");
      }
      yaml.append(" ]");
    } else if (value instanceof Mapping mapping) {
      yaml.append('{');
      for (Mapping.Entry entry : mapping.entries()) {
        scalar(entry.key(), "");
        yaml.append(':');
        flow(entry.value(), indent);
        yaml.append(", ");
      }
      yaml.append('}');
    }
  }

  private void scalar(Scalar scalar, String indent) {
    String text = scalar.raw();
    boolean isNull = new Scalar(text, false, scalar.location()).isNull();
    if (!scalar.quoted() || (PLAIN.matcher(text).matches() && !isNull && !sometimes())) {
      yaml.append(text);
    } else if (sometimes() && text.chars().allMatch(YamlText::printable)) {
      yaml.append('\'').append(text.replace("'", "''")).append('\'');
    } else {
      doubleQuoted(text, indent);
    }
  }

  private static boolean printable(int c) {
    return c >= ' ' && c != 0x7f && c != 0x85 && c != 0x2028 && c != 0x2029 && c != 0xfeff;
  }

  private void doubleQuoted(String text, String indent) {
    yaml.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        yaml.append('\\').append(c);
      } else if (c == '\n') {
        yaml.append("\\n");
      } else if (c == ' ' && isBetweenWords(text, i) && !indent.isEmpty() && sometimes()) {
        // A line break in quotes is a space.
        yaml.append('\n').append(indent);
      } else {
        yaml.append(printable(c) ? String.valueOf(c) : "\\u%04x".formatted((int) c));
      }
    }
    yaml.append('"');
  }

  private static boolean isBetweenWords(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }

  /** A text of lines, as a block; tells whether it can be one. */
  private boolean literal(String text, int indent) {
    String body = text.replaceFirst("\n+$", "");
    boolean possible =
        !body.isBlank() && body.chars().allMatch(c -> c == '\n' || c == '\t' || printable(c));
    if (!possible || (!body.contains("\n") && !sometimes())) {
      return false;
    }
    int ends = text.length() - body.length();
    boolean folded = body.matches("\\S.*(\n\\S.*)*") && sometimes();
    yaml.append(folded ? " >" : " |").append(body.matches("(?s)\\s.*") ? "2" : "");
    yaml.append(ends == 0 ? "-" : ends > 1 ? "+" : "");
    endLine();
    String margin = " ".repeat(indent);
    for (String line : (folded ? body.replace("\n", "\n\n") : body).split("\n", -1)) {
      yaml.append(line.isEmpty() ? "" : margin + line).append('\n');
    }
    yaml.append("\n".repeat(Math.max(0, ends - 1)));
    return true;
  }
}
