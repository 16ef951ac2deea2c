package io.github.waserverless.engine;

import io.github.waserverless.assembly.CloudAssembly;
import io.github.waserverless.assembly.StackArtifact;
import io.github.waserverless.source.Notice;
import io.github.waserverless.template.Documents.LocalFile;
import io.github.waserverless.template.Resource;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the templates of assemblies: those of their stacks, stages and nested stacks. */
final class AssemblySearch {

  private final LocalFiles files;
  private final Exclusion exclusion;
  private final TemplateReader reader;
  private final Set<Path> seen = new HashSet<>();
  private final List<TemplateReader.Read> found = new ArrayList<>();

  private AssemblySearch(LocalFiles files, Exclusion exclusion, TemplateReader reader) {
    this.files = files;
    this.exclusion = exclusion;
    this.reader = reader;
  }

  /** What the assemblies in some folders hold. */
  static List<TemplateReader.Read> in(
      List<Path> folders, LocalFiles files, Exclusion exclusion, TemplateReader reader) {
    AssemblySearch search = new AssemblySearch(files, exclusion, reader);
    Deque<Path> open = new ArrayDeque<>(folders);
    Set<Path> known = new HashSet<>();
    while (!open.isEmpty()) {
      Path folder = open.pop();
      if (known.add(absolute(folder))) {
        CloudAssembly assembly = CloudAssembly.in(folder, files::read);
        search.found.add(TemplateReader.Read.nothing(assembly.notices()));
        assembly.stacks().forEach(search::add);
        assembly.nested().forEach(open::add);
      }
    }
    return search.found;
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Its template and those of the stacks in it, however deep they are. */
  private void add(StackArtifact stack) {
    Deque<Path> open = new ArrayDeque<>(List.of(stack.template()));
    while (!open.isEmpty()) {
      Path template = open.pop();
      if (seen.add(absolute(template)) && !exclusion.excludes(template, false)) {
        TemplateReader.Read read = read(template, stack);
        found.add(read);
        children(read).forEach(open::add);
      }
    }
  }

  private TemplateReader.Read read(Path template, StackArtifact stack) {
    LocalFile file = files.read(template);
    if (file.content().isPresent()) {
      return reader.read(file.content().get(), stack);
    }
    String what = "%s %s".formatted(Names.of(template.getFileName()), file.problem());
    return TemplateReader.Read.nothing(List.of(Notice.unreadable(stack.place(), what)));
  }

  private static Stream<Path> children(TemplateReader.Read read) {
    return read.templates().stream()
        .flatMap(file -> file.open().stream())
        .flatMap(
            member ->
                member.template().resources().values().stream()
                    .filter(resource -> resource.type().equals("AWS::CloudFormation::Stack"))
                    .flatMap(resource -> nested(resource, member).stream()));
  }

  /** The file of a nested stack: the metadata names it, or the asset that its URL ends with. */
  static Optional<Path> nested(Resource stack, ApplicationBuilder.Member member) {
    return asset(stack, "TemplateURL", member)
        .or(
            () ->
                stack.property("TemplateURL").renderings().stream()
                    .flatMap(url -> uploaded(url, member).stream())
                    .findFirst());
  }

  /** The file or folder that metadata names for a property. */
  static Optional<Path> asset(
      Resource resource, String property, ApplicationBuilder.Member member) {
    boolean same =
        resource
            .attribute("Metadata")
            .get("aws:asset:property")
            .text()
            .certain()
            .filter(property::equals)
            .isPresent();
    return same
        ? resource
            .attribute("Metadata")
            .get("aws:asset:path")
            .text()
            .certain()
            .flatMap(path -> LocalDocuments.beside(member.source(), path))
        : Optional.empty();
  }

  static Optional<Path> uploaded(String keyOrUrl, ApplicationBuilder.Member member) {
    return member.stack().flatMap(stack -> stack.assets().uploaded(keyOrUrl));
  }
}
