package io.github.waserverless.app;

import io.github.waserverless.template.Reference;
import io.github.waserverless.template.Rendering;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Scope;
import io.github.waserverless.template.Setting;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.PartialText;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which resources a value means: through {@code Ref}, {@code Fn::GetAtt} and texts made of them,
 * through exports and imports, the parameters and outputs of nested stacks, and equal names.
 */
final class Links {

  private static final int DEEPEST = 8;

  private final NestedStacks nested;
  private final Map<Scope, Template> templates = new HashMap<>();
  private final Map<String, List<Resource>> byName = new HashMap<>();
  private final Map<String, List<Resource>> byPattern = new HashMap<>();
  private final Map<String, List<Export>> exports = new HashMap<>();
  private final Map<String, List<Stack>> parents = new HashMap<>();
  private final Map<Resource, Template> children = new HashMap<>();

  private record Export(Scope scope, Value value) {}

  private record Stack(Resource resource) {}

  Links(List<Template> all, NestedStacks nested) {
    this.nested = nested;
    for (Template template : all) {
      templates.put(template.scope(), template);
      template.resources().values().forEach(this::indexName);
      template.outputs().forEach(output -> indexExport(template, output));
      for (Resource stack : template.resources().values()) {
        nested.child(stack).ifPresent(child -> join(stack, child));
      }
    }
  }

  private void join(Resource stack, Template child) {
    children.put(stack, child);
    parents.computeIfAbsent(child.file(), c -> new ArrayList<>()).add(new Stack(stack));
  }

  private void indexName(Resource resource) {
    for (String name : PhysicalNames.of(resource)) {
      byName.computeIfAbsent(name, n -> new ArrayList<>()).add(resource);
      PhysicalNames.pattern(name)
          .ifPresent(p -> byPattern.computeIfAbsent(p, n -> new ArrayList<>()).add(resource));
    }
  }

  private void indexExport(Template template, Mapping.Entry output) {
    Setting setting = Setting.of(template.scope(), output.value());
    for (String name : setting.get("Export", "Name").renderings()) {
      if (output.value() instanceof Mapping declaration) {
        declaration
            .get("Value")
            .ifPresent(
                value ->
                    exports
                        .computeIfAbsent(name, n -> new ArrayList<>())
                        .add(new Export(template.scope(), value)));
      }
    }
  }

  Optional<Template> template(Scope scope) {
    return Optional.ofNullable(templates.get(scope));
  }

  /** Every resource that one of the possible values of a setting means. */
  Set<Resource> targets(Setting setting) {
    Set<Resource> found = new LinkedHashSet<>();
    setting.values().forEach(value -> collect(value, setting.scope(), found, 0));
    Template here = templates.get(setting.scope());
    return found.size() < 2 || here == null ? found : together(found, here.file());
  }

  /** Of the same things in several accounts or Regions, those where the reference is. */
  private Set<Resource> together(Set<Resource> found, String here) {
    Set<Resource> near = new LinkedHashSet<>(found);
    near.removeIf(
        far ->
            nested.areApart(here, far.template())
                && found.stream()
                    .anyMatch(
                        r -> r.type().equals(far.type()) && !nested.areApart(here, r.template())));
    return near;
  }

  private void collect(Value value, Scope scope, Set<Resource> into, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (value instanceof Intrinsic call) {
      collectCall(call, scope, into, depth);
    } else if (value instanceof PartialText text) {
      int before = into.size();
      text.parts().forEach(part -> collect(part, scope, into, depth + 1));
      if (into.size() == before) {
        into.addAll(named(Rendering.of(text)));
      }
    } else if (value instanceof Scalar scalar) {
      into.addAll(named(scalar.raw()));
    } else if (value instanceof Mapping mapping) {
      mapping.entries().forEach(e -> collectUnresolved(e.value(), scope, into, depth + 1));
    } else if (value instanceof Sequence sequence) {
      sequence.items().forEach(item -> collectUnresolved(item, scope, into, depth + 1));
    }
  }

  private void collectUnresolved(Value value, Scope scope, Set<Resource> into, int depth) {
    Setting.of(scope, value).values().forEach(v -> collect(v, scope, into, depth));
  }

  private void collectCall(Intrinsic call, Scope scope, Set<Resource> into, int depth) {
    Optional<Reference> reference = Reference.of(call);
    if (reference.isPresent()) {
      collectReference(reference.get(), scope, into, depth);
    } else if (call.is("ImportValue")) {
      Setting.of(scope, call.argument()).renderings().stream()
          .flatMap(name -> exports.getOrDefault(name, List.of()).stream())
          .forEach(export -> collectUnresolved(export.value(), export.scope(), into, depth + 1));
    } else {
      for (Reference inner : Reference.in(call)) {
        collectReference(inner, scope, into, depth);
      }
    }
  }

  private void collectReference(Reference reference, Scope scope, Set<Resource> into, int depth) {
    Template template = templates.get(scope);
    if (template == null) {
      return;
    }
    Optional<Resource> resource = template.resource(reference.name());
    if (resource.isEmpty()) {
      parents.getOrDefault(template.file(), List.of()).stream()
          .map(stack -> stack.resource().property("Parameters", reference.name()))
          .forEach(
              passed -> passed.values().forEach(v -> collect(v, passed.scope(), into, depth + 1)));
      return;
    }
    if (!reference.attribute().startsWith("Outputs.")) {
      into.add(attributed(template, resource.get(), reference.attribute()));
      return;
    }
    Template child = children.get(resource.get());
    if (child != null) {
      child
          .output(reference.attribute().substring("Outputs.".length()))
          .ifPresent(output -> collectUnresolved(output, child.scope(), into, depth + 1));
    }
  }

  /** SAM's own attributes name what it generates: {@code Api.Stage}, {@code Fn.Alias}. */
  private static Resource attributed(Template template, Resource resource, String attribute) {
    return switch (attribute) {
      case "Stage", "Alias", "Version", "Deployment" ->
          template.resources().values().stream()
              .filter(r -> r.owner().equals(resource.logicalId()) && !r.declared())
              .filter(r -> r.type().endsWith("::" + attribute))
              .findFirst()
              .orElse(resource);
      default -> resource;
    };
  }

  /** Resources of that name, or of the name that an ARN, URL or path ends with. */
  List<Resource> named(String text) {
    List<Resource> whole = byName.get(text);
    if (whole != null) {
      return whole;
    }
    int end = Math.max(text.lastIndexOf(':'), text.lastIndexOf('/'));
    return end < 0 || !(text.startsWith("arn:") || text.startsWith("https:"))
        ? List.of()
        : byName.getOrDefault(text.substring(end + 1), List.of());
  }

  /** The resources whose names are alike but for what deployment decides, one of a type. */
  List<Resource> namedLike(String text) {
    List<Resource> found =
        PhysicalNames.pattern(text)
            .map(p -> byPattern.getOrDefault(p, List.of()))
            .orElse(List.of());
    return found.stream()
        .filter(r -> found.stream().filter(o -> o.type().equals(r.type())).count() == 1)
        .toList();
  }
}
