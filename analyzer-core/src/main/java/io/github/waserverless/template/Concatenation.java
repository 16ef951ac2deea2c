package io.github.waserverless.template;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.PartialText;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;

/** Puts texts together and takes them apart, where some of their parts may not be known. */
final class Concatenation {

  private Concatenation() {}

  static Value of(List<Value> parts, String delimiter, Location place) {
    List<Value> joined = new ArrayList<>();
    StringBuilder known = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        known.append(delimiter);
      }
      for (Value piece :
          parts.get(i) instanceof PartialText p ? p.parts() : parts.subList(i, i + 1)) {
        if (piece instanceof Scalar scalar) {
          known.append(scalar.raw());
        } else {
          flush(known, joined, place);
          joined.add(piece);
        }
      }
    }
    if (joined.isEmpty()) {
      return Scalar.text(known.toString(), place);
    }
    flush(known, joined, place);
    return joined.size() == 1 ? joined.get(0) : new PartialText(joined, place);
  }

  /** How much a value adds to a text, roughly. */
  static long length(Value value) {
    if (value instanceof PartialText text) {
      return text.parts().stream().mapToLong(Concatenation::length).sum();
    }
    return value instanceof Scalar scalar ? scalar.raw().length() + 1L : 1;
  }

  private static void flush(StringBuilder known, List<Value> into, Location place) {
    if (known.length() > 0) {
      into.add(Scalar.text(known.toString(), place));
      known.setLength(0);
    }
  }

  /** The pieces of a text between delimiters; a part that is not known is taken to have none. */
  static Sequence split(Value text, String delimiter, Location place) {
    List<Value> pieces = new ArrayList<>();
    List<Value> current = new ArrayList<>();
    for (Value part : text instanceof PartialText p ? p.parts() : List.of(text)) {
      if (!(part instanceof Scalar scalar)) {
        current.add(part);
        continue;
      }
      String known = scalar.raw();
      int from = 0;
      for (int at = known.indexOf(delimiter); at >= 0; at = known.indexOf(delimiter, from)) {
        current.add(Scalar.text(known.substring(from, at), place));
        pieces.add(of(current, "", place));
        current.clear();
        from = at + delimiter.length();
      }
      current.add(Scalar.text(known.substring(from), place));
    }
    pieces.add(of(current, "", place));
    return new Sequence(List.copyOf(pieces), place);
  }
}
