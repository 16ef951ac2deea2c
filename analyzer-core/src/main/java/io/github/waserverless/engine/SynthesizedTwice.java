package io.github.waserverless.engine;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.template.Scope;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Templates beside an assembly with the same resources: what a synthesis printed, what another tool
 * built of it, or what the CDK application includes. Their resources are judged once, in the
 * assembly, which is what gets deployed.
 */
final class SynthesizedTwice {

  private SynthesizedTwice() {}

  /** What two resources that are the same have in common. */
  private record Shape(String name, Optional<String> type, Set<String> properties) {

    static Set<Shape> all(Template template) {
      return Scope.section(template.root(), "Resources").entries().stream()
          .filter(entry -> !entry.name().equals("CDKMetadata"))
          .map(Shape::of)
          .collect(Collectors.toSet());
    }

    private static Shape of(Mapping.Entry resource) {
      Optional<Mapping> body =
          resource.value() instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
      return new Shape(
          resource.name(),
          body.flatMap(b -> b.get("Type"))
              .flatMap(t -> t instanceof Scalar type ? Optional.of(type.raw()) : Optional.empty()),
          body.flatMap(b -> b.get("Properties"))
              .flatMap(p -> p instanceof Mapping all ? Optional.of(all) : Optional.empty())
              .map(all -> all.entries().stream().map(Mapping.Entry::name))
              .map(names -> names.collect(Collectors.toSet()))
              .orElse(Set.of()));
    }
  }

  private record Synthesized(String file, Set<Shape> shapes) {}

  static void removeFrom(List<TemplateFile> files, List<Notice> notices) {
    Map<Shape, List<Synthesized>> known = new HashMap<>();
    for (TemplateFile file : files) {
      if (file.stack().isPresent()) {
        Synthesized template = new Synthesized(file.name(), shapes(file));
        template
            .shapes()
            .forEach(s -> known.computeIfAbsent(s, k -> new ArrayList<>(1)).add(template));
      }
    }
    if (known.isEmpty()) {
      return;
    }
    files.removeIf(
        file -> {
          Optional<Synthesized> same =
              file.stack().isPresent() ? Optional.empty() : holder(shapes(file), known);
          same.ifPresent(
              template ->
                  notices.add(
                      Notice.notLookedAt(
                          Location.startOf(file.name()),
                          "the same resources as in %s, which is checked"
                              .formatted(template.file()))));
          return same.isPresent();
        });
  }

  private static Set<Shape> shapes(TemplateFile file) {
    return file.open().map(member -> Shape.all(member.template())).orElse(Set.of());
  }

  /** The first that has all resources of a template; only those with its rarest are asked. */
  private static Optional<Synthesized> holder(Set<Shape> own, Map<Shape, List<Synthesized>> known) {
    return own.stream()
        .map(shape -> known.getOrDefault(shape, List.of()))
        .min(Comparator.comparing(List::size))
        .flatMap(rarest -> rarest.stream().filter(s -> s.shapes().containsAll(own)).findFirst());
  }
}
