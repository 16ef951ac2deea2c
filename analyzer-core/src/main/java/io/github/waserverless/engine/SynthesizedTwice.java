package io.github.waserverless.engine;

import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.template.Scope;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Value;
import java.util.List;
import java.util.Objects;
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

  static void removeFrom(List<TemplateFile> files, List<Notice> notices) {
    List<Template> synthesized =
        files.stream()
            .filter(f -> f.stack().isPresent())
            .flatMap(f -> f.open().stream())
            .map(ApplicationBuilder.Member::template)
            .toList();
    if (synthesized.isEmpty()) {
      return;
    }
    files.removeIf(
        file -> {
          Optional<Template> same =
              file.stack().isPresent() ? Optional.empty() : same(file, synthesized);
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

  private static Optional<Template> same(TemplateFile file, List<Template> synthesized) {
    return file.open()
        .flatMap(own -> synthesized.stream().filter(t -> holds(t, own.template())).findFirst());
  }

  private static boolean holds(Template assembly, Template other) {
    Mapping there = Scope.section(assembly.root(), "Resources");
    List<Mapping.Entry> own = Scope.section(other.root(), "Resources").entries();
    return !own.isEmpty()
        && own.stream().allMatch(e -> e.name().equals("CDKMetadata") || holds(there, e));
  }

  private static boolean holds(Mapping resources, Mapping.Entry other) {
    return other.value() instanceof Mapping body
        && resources.get(other.name()).orElse(null) instanceof Mapping same
        && Objects.equals(text(body), text(same))
        && keys(body).equals(keys(same));
  }

  private static Optional<String> text(Mapping body) {
    return body.get("Type")
        .flatMap(
            t ->
                t instanceof io.github.waserverless.tree.Scalar s
                    ? Optional.of(s.raw())
                    : Optional.empty());
  }

  private static Set<String> keys(Mapping body) {
    Value properties = body.get("Properties").orElse(body);
    return properties instanceof Mapping mapping && properties != body
        ? mapping.entries().stream().map(Mapping.Entry::name).collect(Collectors.toSet())
        : Set.of();
  }
}
