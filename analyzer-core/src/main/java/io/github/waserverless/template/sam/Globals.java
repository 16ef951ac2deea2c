package io.github.waserverless.template.sam;

import io.github.waserverless.template.Scope;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code Globals} add to resources. Source: AWS SAM Developer Guide, "Globals section": maps
 * merge deeply, lists are joined with the global items first, otherwise the resource's own wins.
 */
final class Globals {

  private static final Map<String, String> SECTION_BY_TYPE =
      Map.of(
          "AWS::Serverless::Function", "Function",
          "AWS::Serverless::Api", "Api",
          "AWS::Serverless::HttpApi", "HttpApi",
          "AWS::Serverless::WebSocketApi", "WebSocketApi",
          "AWS::Serverless::SimpleTable", "SimpleTable",
          "AWS::Serverless::StateMachine", "StateMachine",
          "AWS::Serverless::LayerVersion", "LayerVersion",
          "AWS::Serverless::CapacityProvider", "CapacityProvider");

  private final Mapping sections;

  Globals(Mapping root) {
    this.sections = Scope.section(root, "Globals");
  }

  /** The properties of a resource with those of its section merged in. */
  Mapping merged(String type, Mapping properties, Optional<Value> ignored) {
    return Optional.ofNullable(SECTION_BY_TYPE.get(type))
        .flatMap(sections::get)
        .filter(Mapping.class::isInstance)
        .map(section -> merge(without((Mapping) section, ignored), properties))
        .orElse(properties);
  }

  /** The key of a section, where a fix for all its resources belongs. */
  Optional<Mapping.Entry> section(String name) {
    return sections.entry(name);
  }

  private static Mapping without(Mapping section, Optional<Value> ignored) {
    if (ignored.isEmpty()) {
      return section;
    }
    if (ignored.get() instanceof Scalar all) {
      return all.raw().equals("*") ? new Mapping(List.of(), section.location()) : section;
    }
    Set<String> names =
        ignored.get() instanceof Sequence list
            ? list.items().stream()
                .filter(Scalar.class::isInstance)
                .map(i -> ((Scalar) i).raw())
                .collect(Collectors.toSet())
            : Set.of();
    return new Mapping(
        section.entries().stream().filter(e -> !names.contains(e.name())).toList(),
        section.location());
  }

  private static Mapping merge(Mapping global, Mapping local) {
    List<Mapping.Entry> entries = new ArrayList<>();
    for (Mapping.Entry entry : global.entries()) {
      Optional<Mapping.Entry> own = local.entry(entry.name());
      entries.add(own.isEmpty() ? entry : merge(entry, own.get()));
    }
    local.entries().stream().filter(e -> global.entry(e.name()).isEmpty()).forEach(entries::add);
    return new Mapping(entries, local.location());
  }

  private static Mapping.Entry merge(Mapping.Entry global, Mapping.Entry own) {
    if (global.value() instanceof Mapping g && own.value() instanceof Mapping o) {
      return new Mapping.Entry(own.key(), merge(g, o));
    }
    if (global.value() instanceof Sequence g && own.value() instanceof Sequence o) {
      List<Value> items = new ArrayList<>(g.items());
      items.addAll(o.items());
      return new Mapping.Entry(own.key(), new Sequence(items, o.location()));
    }
    return own.value() instanceof Scalar scalar && scalar.isNull() ? global : own;
  }
}
