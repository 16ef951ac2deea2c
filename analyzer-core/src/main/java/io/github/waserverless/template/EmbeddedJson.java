package io.github.waserverless.template;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.PartialText;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JSON that a template holds as text ({@code RedrivePolicy}, policy documents, definitions), also
 * where parts of the text are left to deployment: those stay what they are.
 */
final class EmbeddedJson {

  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';

  private EmbeddedJson() {}

  /** The document that a text holds; the value itself when it is no text or not JSON. */
  static Value read(Value value, Documents documents) {
    if (value instanceof Scalar scalar && looksLikeJson(scalar.raw())) {
      return documents.inText(scalar).orElse(value);
    }
    if (value instanceof PartialText text && looksLikeJson(text.withHoles("x"))) {
      Optional<Value> document = documents.inText(Scalar.text(withMarkers(text), text.location()));
      return document.map(d -> filled(d, text.parts())).orElse(value);
    }
    return value;
  }

  private static boolean looksLikeJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  /** Holes inside of JSON strings become marks, holes elsewhere become strings of one mark. */
  private static String withMarkers(PartialText text) {
    StringBuilder json = new StringBuilder();
    boolean inString = false;
    for (int i = 0; i < text.parts().size(); i++) {
      if (text.parts().get(i) instanceof Scalar known) {
        inString = endsInString(known.raw(), inString);
        json.append(known.raw());
      } else {
        String mark = OPEN + Integer.toString(i) + CLOSE;
        json.append(inString ? mark : '"' + mark + '"');
      }
    }
    return json.toString();
  }

  private static boolean endsInString(String json, boolean inString) {
    boolean inside = inString;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\\' && inside) {
        i++;
      } else if (c == '"') {
        inside = !inside;
      }
    }
    return inside;
  }

  private static Value filled(Value value, List<Value> holes) {
    if (value instanceof Mapping mapping) {
      return new Mapping(
          mapping.entries().stream()
              .map(e -> new Mapping.Entry(key(e.key(), holes), filled(e.value(), holes)))
              .toList(),
          mapping.location());
    }
    if (value instanceof Sequence sequence) {
      return new Sequence(
          sequence.items().stream().map(item -> filled(item, holes)).toList(), sequence.location());
    }
    return value instanceof Scalar scalar && scalar.raw().indexOf(OPEN) >= 0
        ? filledText(scalar, holes)
        : value;
  }

  private static Scalar key(Scalar key, List<Value> holes) {
    return key.raw().indexOf(OPEN) < 0
        ? key
        : Scalar.text(Rendering.of(filledText(key, holes)), key.location());
  }

  private static Value filledText(Scalar marked, List<Value> holes) {
    List<Value> parts = new ArrayList<>();
    Location place = marked.location();
    String rest = marked.raw();
    for (int open = rest.indexOf(OPEN); open >= 0; open = rest.indexOf(OPEN)) {
      int close = rest.indexOf(CLOSE, open);
      parts.add(Scalar.text(rest.substring(0, open), place));
      parts.add(holes.get(Integer.parseInt(rest.substring(open + 1, close))));
      rest = rest.substring(close + 1);
    }
    parts.add(Scalar.text(rest, place));
    return Concatenation.of(parts, "", place);
  }
}
