package io.github.waserverless.parse;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generated trees of templates, with the texts that YAML takes for something else. */
final class Trees {

  private static final Location PLACE = Location.startOf("t");

  private static final List<String> TRAPS =
      List.of(
          "on",
          "No",
          "y",
          "~",
          "null",
          "true",
          "012",
          "0x1F",
          "1_000",
          "1e3",
          ".5",
          "12:30:45",
          "2012-10-17",
          "",
          " ",
          " a",
          "a ",
          "a: b",
          "a #b",
          "#",
          "- a",
          "? a",
          ": a",
          "-",
          "?",
          ":",
          "[a",
          "{a",
          "a]",
          "a, b",
          "&a",
          "*a",
          "!a",
          "|",
          ">",
          "%a",
          "@a",
          "`a",
          "\"",
          "'",
          "\\",
          "\\n",
          "---",
          "...",
          "<<",
          "=",
          "\t",
          "a\nb",
          "a\n",
          "\na",
          "a\n\n\nb",
          "a\n\n",
          " a\n b",
          "\r\n",
          "\u00e9",
          "\u0085",
          "\u2028",
          "\ufeff",
          "\ud83d\ude00",
          "\u0007",
          "${A}",
          "*/5 * *",
          "arn:aws:s3:::b/*",
          "AWS::NoValue");

  private static final List<String> FUNCTIONS =
      List.of("Ref", "Sub", "GetAtt", "If", "Join", "Select", "FindInMap", "Base64", "Length");

  private Trees() {}

  /** Texts of all kinds. */
  static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of(TRAPS)),
        Tuple.of(1, Arbitraries.strings().withChars("aZ0 :#-'\"\\{}[],&*!|>%@\n\t").ofMaxLength(8)),
        Tuple.of(1, Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(6)));
  }

  private static Arbitrary<Scalar> scalars() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, texts().map(text -> Scalar.text(text, PLACE))),
        Tuple.of(
            2,
            Arbitraries.of("null", "true", "false", "0", "-1", "3.14", "1e3", "12345678901")
                .map(raw -> new Scalar(raw, false, PLACE))));
  }

  /** A template's root: a mapping, several levels deep. */
  static Arbitrary<Mapping> roots() {
    Arbitrary<Value> simple = scalars().map(scalar -> (Value) scalar);
    return mappings(Arbitraries.recursive(() -> simple, Trees::nested, 0, 4));
  }

  private static Arbitrary<Value> nested(Arbitrary<Value> values) {
    Arbitrary<Value> calls =
        Combinators.combine(Arbitraries.of(FUNCTIONS), values)
            .as((function, argument) -> new Intrinsic(function, argument, PLACE));
    Arbitrary<Value> lists = values.list().ofMaxSize(3).map(items -> new Sequence(items, PLACE));
    return Arbitraries.oneOf(values, calls, lists, mappings(values).map(m -> (Value) m));
  }

  private static Arbitrary<Mapping> mappings(Arbitrary<Value> values) {
    return Arbitraries.maps(texts(), values)
        .ofMaxSize(3)
        .map(
            map ->
                new Mapping(
                    map.entrySet().stream()
                        .map(e -> new Mapping.Entry(key(e), e.getValue()))
                        .toList(),
                    PLACE));
  }

  private static Scalar key(Map.Entry<String, Value> entry) {
    return Scalar.text(entry.getKey(), PLACE);
  }

  /** What a tree means, without its places: two trees that mean the same have the same text. */
  static String meaning(Value value) {
    if (value instanceof Scalar scalar) {
      return scalar.isNull() ? "null" : "<" + scalar.raw() + ">";
    }
    if (value instanceof Sequence list) {
      return list.items().stream().map(Trees::meaning).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Mapping mapping) {
      return mapping.entries().stream()
          .map(e -> "<" + e.name() + ">:" + meaning(e.value()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    Intrinsic call = (Intrinsic) value;
    return "!" + call.function() + "(" + meaning(call.argument()) + ")";
  }
}
