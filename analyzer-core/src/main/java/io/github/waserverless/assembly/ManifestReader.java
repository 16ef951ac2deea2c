package io.github.waserverless.assembly;

import io.github.waserverless.parse.Parsed;
import io.github.waserverless.parse.TreeReader;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.Notice;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Documents.LocalFile;
import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the manifest of an assembly and the files that it names beside the templates. */
final class ManifestReader {

  /** The newest version of the schema whose additions are known here. */
  private static final int NEWEST = 55;

  private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\..*");

  /** What the CDK writes for an account or Region that deployment decides. */
  private static final String UNKNOWN = "unknown-";

  private final Path folder;
  private final Function<Path, LocalFile> files;
  private final Assets assets;
  private final List<Notice> notices = new ArrayList<>();
  private final List<StackArtifact> stacks = new ArrayList<>();
  private final List<Path> nested = new ArrayList<>();

  ManifestReader(Path folder, Function<Path, LocalFile> files) {
    this.folder = folder;
    this.files = files;
    this.assets = new Assets(folder);
  }

  CloudAssembly read() {
    Path path = folder.resolve(CloudAssembly.MANIFEST);
    LocalFile file = files.apply(path);
    if (file.content().isEmpty()) {
      notices.add(Notice.unreadable(at(path), file.problem()));
    }
    tree(file).ifPresent(this::manifest);
    return new CloudAssembly(
        folder, List.copyOf(stacks), List.copyOf(nested), List.copyOf(notices));
  }

  private Optional<Value> tree(LocalFile file) {
    return file.content().flatMap(this::tree);
  }

  private Optional<Value> tree(SourceFile source) {
    Parsed parsed = TreeReader.read(source);
    notices.addAll(parsed.notices());
    return parsed.root();
  }

  private static Location at(Path path) {
    return Location.startOf(path.normalize().toString().replace('\\', '/'));
  }

  private void manifest(Value root) {
    Optional<Value> version = Nodes.get(root, "version");
    version
        .flatMap(Nodes::text)
        .map(VERSION::matcher)
        .filter(Matcher::matches)
        .filter(parts -> Integer.parseInt(parts.group(1)) > NEWEST)
        .ifPresent(
            parts ->
                notices.add(
                    Notice.notLookedAt(
                        version.get().location(),
                        "what version %s of the assembly's schema added, %s is the newest known"
                            .formatted(parts.group(), NEWEST))));
    List<Mapping.Entry> artifacts = Nodes.entries(root, "artifacts");
    for (Mapping.Entry artifact : artifacts) {
      if (is(artifact, "cdk:asset-manifest")) {
        named(artifact, "file").flatMap(this::document).ifPresent(assets::add);
      }
    }
    for (Mapping.Entry artifact : artifacts) {
      if (is(artifact, "aws:cloudformation:stack")) {
        named(artifact, "templateFile").ifPresent(file -> stacks.add(stack(artifact, file)));
      } else if (is(artifact, "cdk:cloud-assembly")) {
        named(artifact, "directoryName").ifPresent(nested::add);
      }
    }
  }

  private static boolean is(Mapping.Entry artifact, String type) {
    return Nodes.text(artifact.value(), "type").filter(type::equals).isPresent();
  }

  private Optional<Path> named(Mapping.Entry artifact, String property) {
    Optional<Path> path =
        Nodes.text(artifact.value(), "properties", property)
            .flatMap(file -> Assets.inside(folder, file));
    if (path.isEmpty()) {
      notices.add(
          Notice.notLookedAt(artifact.key().location(), artifact.name() + " names no " + property));
    }
    return path;
  }

  /** A file beside the manifest; that one is not there is no loss: copies are often trimmed. */
  private Optional<Value> document(Path path) {
    return tree(files.apply(path));
  }

  private StackArtifact stack(Mapping.Entry artifact, Path template) {
    ConstructMetadata metadata = new ConstructMetadata();
    Nodes.get(artifact.value(), "metadata").ifPresent(metadata::add);
    Nodes.text(artifact.value(), "additionalMetadataFile")
        .flatMap(file -> Assets.inside(folder, file))
        .flatMap(this::document)
        .ifPresent(metadata::add);
    Location place =
        Nodes.get(artifact.value(), "properties", "templateFile")
            .map(Value::location)
            .orElse(artifact.key().location());
    return new StackArtifact(
        folder,
        Nodes.text(artifact.value(), "displayName").orElse(artifact.name()),
        Nodes.text(artifact.value(), "environment").filter(e -> !e.contains(UNKNOWN)),
        template,
        place,
        metadata,
        assets);
  }
}
