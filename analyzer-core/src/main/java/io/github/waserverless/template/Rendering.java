package io.github.waserverless.template;

import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.PartialText;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * A value as one line of text in which equal values are equal texts: <code>
 * /aws/lambda/${Orders}</code>. Two resources meet when their names render alike.
 */
public final class Rendering {

  private Rendering() {}

  /** The text of a value; what deployment fills in stands in <code>${…}</code>. */
  public static String of(Value value) {
    if (value instanceof Scalar scalar) {
      return scalar.raw();
    }
    if (value instanceof PartialText text) {
      return text.parts().stream().map(Rendering::of).collect(Collectors.joining());
    }
    if (value instanceof Sequence sequence) {
      return sequence.items().stream()
          .map(Rendering::of)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Mapping mapping) {
      return mapping.entries().stream()
          .sorted(Comparator.comparing(Mapping.Entry::name))
          .map(entry -> entry.name() + ": " + of(entry.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    Intrinsic call = (Intrinsic) value;
    return Reference.of(call)
        .map(r -> "${" + r.name() + (r.attribute().isEmpty() ? "" : "." + r.attribute()) + "}")
        .orElseGet(() -> "${" + call.function() + " " + of(call.argument()) + "}");
  }
}
