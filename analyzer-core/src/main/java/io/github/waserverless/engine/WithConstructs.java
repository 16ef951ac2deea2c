package io.github.waserverless.engine;

import io.github.waserverless.assembly.ConstructMetadata;
import io.github.waserverless.assembly.StackArtifact;
import io.github.waserverless.source.Location;
import io.github.waserverless.tree.Intrinsic;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Scalar;
import io.github.waserverless.tree.Sequence;
import io.github.waserverless.tree.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A template of an assembly, completed by what the assembly knows of its constructs: a synthesis
 * without path metadata leaves that out of the template.
 */
final class WithConstructs {

  private static final String PATH = "aws:cdk:path";
  private static final String VENDED = "aws:cdk:is-custom-resource-handler";

  private WithConstructs() {}

  static Mapping of(Mapping root, StackArtifact stack) {
    return replaced(
        replaced(root, "Resources", resources -> resources(resources, stack.metadata())),
        "Conditions",
        WithConstructs::conditions);
  }

  /**
   * Streams of the CDK are encrypted unless in two Regions that lack it: nothing that the user
   * wrote, and nothing to change.
   */
  private static Value conditions(Value conditions) {
    return conditions instanceof Mapping mapping
        ? replaced(
            mapping,
            "AwsCdkKinesisEncryptedStreamsUnsupportedRegions",
            written -> never(written.location()))
        : conditions;
  }

  private static Value never(Location at) {
    return new Intrinsic(
        "Equals",
        new Sequence(List.of(Scalar.text("Region", at), Scalar.text("another", at)), at),
        at);
  }

  private static Value resources(Value resources, ConstructMetadata metadata) {
    return resources instanceof Mapping mapping
        ? new Mapping(
            mapping.entries().stream().map(entry -> resource(entry, metadata)).toList(),
            mapping.location())
        : resources;
  }

  private static Mapping.Entry resource(Mapping.Entry entry, ConstructMetadata metadata) {
    if (!(entry.value() instanceof Mapping body)) {
      return entry;
    }
    Optional<String> written = text(body);
    Optional<String> path =
        written.or(
            () ->
                Optional.of(metadata.paths(entry.name()))
                    .filter(paths -> paths.size() == 1)
                    .map(paths -> paths.get(0)));
    List<Mapping.Entry> more = new ArrayList<>();
    if (written.isEmpty()) {
      path.ifPresent(p -> more.add(entry(PATH, p, entry)));
    }
    if (path.filter(metadata::isVended).isPresent()) {
      more.add(entry(VENDED, "true", entry));
    }
    return more.isEmpty() ? entry : new Mapping.Entry(entry.key(), with(body, more));
  }

  private static Optional<String> text(Mapping body) {
    return body.get("Metadata")
        .flatMap(m -> m instanceof Mapping map ? map.get(PATH) : Optional.empty())
        .flatMap(v -> v instanceof Scalar path ? Optional.of(path.raw()) : Optional.empty());
  }

  private static Mapping.Entry entry(String key, String value, Mapping.Entry at) {
    return new Mapping.Entry(
        Scalar.text(key, at.key().location()), Scalar.text(value, at.key().location()));
  }

  private static Mapping with(Mapping body, List<Mapping.Entry> more) {
    List<Mapping.Entry> metadata = new ArrayList<>();
    if (body.get("Metadata").orElse(null) instanceof Mapping written) {
      metadata.addAll(written.entries());
    }
    metadata.addAll(more);
    List<Mapping.Entry> entries =
        new ArrayList<>(body.entries().stream().filter(e -> !e.name().equals("Metadata")).toList());
    entries.add(
        new Mapping.Entry(
            Scalar.text("Metadata", more.get(0).key().location()),
            new Mapping(metadata, more.get(0).key().location())));
    return new Mapping(entries, body.location());
  }

  private static Mapping replaced(Mapping mapping, String key, UnaryOperator<Value> by) {
    return new Mapping(
        mapping.entries().stream()
            .map(e -> e.name().equals(key) ? new Mapping.Entry(e.key(), by.apply(e.value())) : e)
            .toList(),
        mapping.location());
  }
}
