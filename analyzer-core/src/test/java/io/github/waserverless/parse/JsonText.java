package io.github.waserverless.parse;

import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.Random;
import java.util.stream.Collectors;

/** Writes a tree as JSON, with blanks and escapes where JSON lets them be. */
final class JsonText {

  private final Random style;

  private JsonText(Random style) {
    this.style = style;
  }

  static String of(Value root, Random style) {
    return new JsonText(style).text(root);
  }

  private String blank() {
    return new String[] {"", "", " ", "\t", "\n", "\r\n "}[style.nextInt(6)];
  }

  private String text(Value value) {
    if (value instanceof Scalar scalar) {
      return scalar.quoted() ? quoted(scalar.raw()) : scalar.raw();
    }
    if (value instanceof Sequence list) {
      return list.items().stream()
          .map(item -> blank() + text(item) + blank())
          .collect(Collectors.joining(",", "[", blank() + "]"));
    }
    if (value instanceof Mapping mapping) {
      return mapping.entries().stream()
          .map(e -> entry(e.name(), e.value()))
          .collect(Collectors.joining(",", "{", blank() + "}"));
    }
    Intrinsic call = (Intrinsic) value;
    return "{" + entry((call.is("Ref") ? "" : "Fn::") + call.function(), call.argument()) + "}";
  }

  private String entry(String key, Value value) {
    return blank() + quoted(key) + blank() + ":" + blank() + text(value) + blank();
  }

  private String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (!Character.isSurrogate(c) && style.nextInt(8) == 0)) {
        json.append("\\u%04x".formatted((int) c));
      } else if (c == '"' || c == '\\' || (c == '/' && style.nextBoolean())) {
        json.append('\\').append(c);
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
