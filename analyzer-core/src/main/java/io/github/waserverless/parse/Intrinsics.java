package io.github.waserverless.parse;

import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Value;

/**
 * Recognises intrinsic functions in both spellings: {@code !Ref X} and <code>{"Ref": "X"}</code>.
 */
final class Intrinsics {

  private static final String PREFIX = "Fn::";

  private Intrinsics() {}

  /** A mapping of one entry that is the long form of a call; otherwise the mapping. */
  static Value longForm(Mapping mapping) {
    if (mapping.entries().size() != 1) {
      return mapping;
    }
    Mapping.Entry only = mapping.entries().get(0);
    String key = only.name();
    if (key.equals("Ref") || (key.equals("Condition") && only.value() instanceof Scalar)) {
      return new Intrinsic(key, only.value(), mapping.location());
    }
    return key.startsWith(PREFIX) && !key.startsWith("Fn::ForEach")
        ? new Intrinsic(key.substring(PREFIX.length()), only.value(), mapping.location())
        : mapping;
  }

  /** The call that a local tag makes, <code>!Sub</code> for instance. */
  static Value tagged(String tag, Value argument) {
    String name = tag.substring(1);
    String function = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    return new Intrinsic(function, argument, argument.location());
  }
}
