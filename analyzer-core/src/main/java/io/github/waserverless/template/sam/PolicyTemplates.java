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
import java.util.function.Supplier;

/**
 * SAM's policy templates. Source: AWS SAM Developer Guide, "Policy template list".
 *
 * @param table gives the table of them, parameters and statements by name; asked on first use
 */
public record PolicyTemplates(Supplier<Mapping> table) {

  /** The statements of a template with arguments for its parameters, at the place of its use. */
  Optional<Value> statements(String name, Mapping arguments, Location at) {
    return table
        .get()
        .get("templates")
        .filter(Mapping.class::isInstance)
        .flatMap(templates -> ((Mapping) templates).get(name))
        .filter(Mapping.class::isInstance)
        .flatMap(t -> ((Mapping) t).get("statements"))
        .map(statements -> filled(statements, arguments, at));
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
