package io.github.waserverless.app.states;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A definition written as text, put together by {@code Fn::Sub}, {@code Fn::Join} and
 * substitutions. What they put in is marked, so that it can be read as JSON first.
 */
final class DefinitionText {

  /** The function that a name calls which nothing replaces. */
  static final String UNBOUND = "Unbound";

  private static final Pattern SUB_NAME = Pattern.compile("\\$\\{([^}]*)}");

  private final Substitutions substitutions;
  private final Location place;
  private final boolean json;
  private final Placeholders placeholders = new Placeholders();
  private final StringBuilder text = new StringBuilder();
  private boolean inString;
  private boolean bare;

  /**
   * @param place where values stand that have no place of their own
   * @param json whether a value outside of a JSON string needs quotes around its mark
   */
  DefinitionText(Substitutions substitutions, Location place, boolean json) {
    this.substitutions = substitutions;
    this.place = place;
    this.json = json;
  }

  /** Adds a value of the template: text, or the call of a function that makes text. */
  void add(Value value) {
    if (value instanceof Scalar scalar) {
      literal(scalar.raw());
    } else if (value instanceof Intrinsic call && call.is("Sub") && text(call).isPresent()) {
      List<Value> operands = operands(call);
      substituted(
          text(call).get().raw(),
          operands.size() > 1 && operands.get(1) instanceof Mapping names ? names : NO_NAMES);
    } else if (value instanceof Intrinsic call && call.is("Join") && isList(call)) {
      join(call);
    } else {
      hole(value, 1);
    }
  }

  private static final Mapping NO_NAMES = new Mapping(List.of(), Location.startOf(""));

  /** The text of a Fn::Sub, if it is written there. */
  static Optional<Scalar> text(Intrinsic sub) {
    List<Value> operands = operands(sub);
    return !operands.isEmpty() && operands.get(0) instanceof Scalar text
        ? Optional.of(text)
        : Optional.empty();
  }

  private static List<Value> operands(Intrinsic call) {
    return call.argument() instanceof Sequence s ? s.items() : List.of(call.argument());
  }

  private static boolean isList(Intrinsic join) {
    List<Value> operands = operands(join);
    return operands.size() == 2
        && operands.get(0) instanceof Scalar
        && operands.get(1) instanceof Sequence;
  }

  private void join(Intrinsic call) {
    String delimiter = ((Scalar) operands(call).get(0)).raw();
    List<Value> items = ((Sequence) operands(call).get(1)).items();
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        literal(delimiter);
      }
      add(items.get(i));
    }
  }

  private void substituted(String sub, Mapping names) {
    Matcher found = SUB_NAME.matcher(sub);
    int from = 0;
    while (found.find()) {
      literal(sub.substring(from, found.start()));
      from = found.end();
      String name = found.group(1).strip();
      int width = found.end() - found.start();
      if (name.startsWith("!")) {
        String escaped = name.substring(1);
        substitutions
            .value(escaped, place)
            .ifPresentOrElse(
                v -> hole(v, width), () -> unbound(escaped, "${" + escaped + "}", width));
      } else {
        hole(names.get(name).orElseGet(() -> named(name)), width);
      }
    }
    literal(sub.substring(from));
  }

  private Value named(String name) {
    return new Intrinsic(name.contains(".") ? "GetAtt" : "Ref", Scalar.text(name, place), place);
  }

  /** Adds what stands in the text as it is, but for the names of substitutions. */
  void literal(String literal) {
    Matcher found = Substitutions.NAME.matcher(literal);
    int from = 0;
    while (found.find()) {
      plain(literal.substring(from, found.start()));
      from = found.end();
      String name = found.group(1);
      int width = found.end() - found.start();
      substitutions
          .value(name, place)
          .ifPresentOrElse(v -> hole(v, width), () -> unbound(name, found.group(), width));
    }
    plain(literal.substring(from));
  }

  /** A name that nothing replaces would break the JSON where it is not in a string. */
  private void unbound(String name, String written, int width) {
    if (json && !inString) {
      hole(new Intrinsic(UNBOUND, Scalar.text(name, place), place), width);
    } else {
      plain(written);
    }
  }

  private void plain(String literal) {
    if (Placeholders.clash(literal)) {
      throw new Placeholders.Exhausted("has characters of Unicode's private use area");
    }
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (c == '\\' && inString) {
        i++;
      } else if (c == '"') {
        inString = !inString;
      }
    }
    text.append(literal);
  }

  private void hole(Value value, int width) {
    boolean quoted = json && !inString;
    bare |= quoted;
    text.append(placeholders.mark(value, width, quoted));
  }

  /** The text with marks, to be read as JSON or YAML. */
  String marked() {
    return text.toString();
  }

  /** Whether something is put in outside of the JSON strings, and so may be more than a value. */
  boolean bare() {
    return bare;
  }

  /** A tree of the text with the values in it. */
  Value filled(Value tree) {
    return placeholders.filled(tree);
  }
}
