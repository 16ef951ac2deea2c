package io.github.waserverless.template.sam;

import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * SAM's policy templates. Source: AWS SAM Developer Guide, "Policy template list".
 *
 * @param tables gives the table of their names, and by its name the table of each: there are many,
 *     and few are used
 */
public record PolicyTemplates(Function<String, Mapping> tables) {

  private static final String NAMES = "sam-policy-templates";

  /** The statements of a template with arguments for its parameters, at the place of its use. */
  Optional<Value> statements(String name, Mapping arguments, Location at) {
    return isOne(name)
        ? tables
            .apply(NAMES + "/" + name)
            .get("statements")
            .map(statements -> filled(statements, arguments, at))
        : Optional.empty();
  }

  private boolean isOne(String name) {
    if (tables.apply(NAMES).get("templates").orElse(null) instanceof Sequence names) {
      for (Value one : names.items()) {
        if (one instanceof Scalar text && text.raw().equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Value filled(Value value, Mapping arguments, Location at) {
    if (value instanceof Mapping mapping) {
      return new Mapping(
          mapping.entries().stream()
              .map(e -> new Mapping.Entry(e.key().at(at), filled(e.value(), arguments, at)))
              .toList(),
          at);
    }
    if (value instanceof Sequence sequence) {
      List<Value> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(filled(item, arguments, at)));
      return new Sequence(items, at);
    }
    if (value instanceof Intrinsic call) {
      if (call.is("Ref") && call.argument() instanceof Scalar name) {
        return arguments.get(name.raw()).orElse(call.at(at));
      }
      return new Intrinsic(call.function(), filled(call.argument(), arguments, at), at);
    }
    return value.at(at);
  }
}
