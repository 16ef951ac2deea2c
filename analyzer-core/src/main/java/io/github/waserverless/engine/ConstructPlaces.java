package io.github.waserverless.engine;

import io.github.waserverless.assembly.ConstructSites;
import io.github.waserverless.assembly.StackArtifact;
import io.github.waserverless.code.JavaFile;
import io.github.waserverless.code.program.Program;
import io.github.waserverless.parse.JavaReader;
import io.github.waserverless.source.Location;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.source.Span;
import io.github.waserverless.template.Documents;
import io.github.waserverless.template.Resource;
import io.github.waserverless.template.Scope;
import io.github.waserverless.template.Template;
import io.github.waserverless.tree.Mapping;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where in the user's code the constructs stand that the CDK made resources of. Nothing is read or
 * parsed for it before someone asks.
 */
final class ConstructPlaces {

  /** Knows no assembly. */
  static final ConstructPlaces NONE =
      new ConstructPlaces(
          List.of(), new FrameFiles(path -> Documents.NONE.file(""), List.of()), List.of());

  private final Map<String, ApplicationBuilder.Member> members = new HashMap<>();
  private final Map<String, NavigableMap<Location, Mapping.Entry>> resources = new HashMap<>();
  private final FrameFiles files;
  private final List<SourceFile> java;
  private final Map<Optional<Path>, ConstructSites> sites = new HashMap<>();
  private final Map<Path, Optional<Path>> projects = new HashMap<>();
  private final Map<Key, Optional<Location>> known = new HashMap<>();

  private record Key(Path assembly, String path) {}

  /**
   * @param members the templates of assemblies
   * @param java the Java sources that may create constructs
   */
  ConstructPlaces(
      List<ApplicationBuilder.Member> members, FrameFiles files, List<SourceFile> java) {
    members.forEach(member -> this.members.put(member.source().name(), member));
    this.files = files;
    this.java = java;
  }

  /** The sources that recorded traces lead to, which may say something about the findings there. */
  synchronized Map<String, SourceFile> traced() {
    members.values().stream()
        .map(member -> member.stack().orElseThrow())
        .distinct()
        .forEach(
            stack ->
                stack.metadata().frames().forEach(frame -> files.place(frame, project(stack))));
    return files.sources();
  }

  private Optional<Path> project(StackArtifact stack) {
    return projects.computeIfAbsent(stack.assembly(), AssemblyProject::of);
  }

  /** Where the construct is created that a place in a template was made of. */
  synchronized Optional<Location> of(Location place) {
    ApplicationBuilder.@Nullable Member member = members.get(place.file());
    return member == null
        ? Optional.empty()
        : resource(place, member)
            .flatMap(Resource::constructPath)
            .flatMap(path -> of(path, member.stack().orElseThrow()));
  }

  private Optional<Resource> resource(Location place, ApplicationBuilder.Member member) {
    Map.@Nullable Entry<Location, Mapping.Entry> before =
        resources
            .computeIfAbsent(place.file(), file -> byStart(member.template()))
            .floorEntry(startOf(place));
    return Optional.ofNullable(before)
        .map(Map.Entry::getValue)
        .filter(e -> e.key().location().to(e.value().location()).contains(place))
        .flatMap(e -> member.template().resource(e.name()));
  }

  private static NavigableMap<Location, Mapping.Entry> byStart(Template template) {
    NavigableMap<Location, Mapping.Entry> entries = new TreeMap<>();
    Scope.section(template.root(), "Resources")
        .entries()
        .forEach(e -> entries.putIfAbsent(startOf(e.key().location()), e));
    return entries;
  }

  private static Location startOf(Location place) {
    int line = place.span().startLine();
    int column = place.span().startColumn();
    return new Location(place.file(), new Span(line, column, line, column));
  }

  private Optional<Location> of(String path, StackArtifact stack) {
    Key key = new Key(stack.assembly(), path);
    Optional<Location> place = known.get(key);
    if (place == null) {
      place = find(path, stack);
      known.put(key, place);
    }
    return place;
  }

  private Optional<Location> find(String path, StackArtifact stack) {
    Optional<Path> project = project(stack);
    return stack
        .metadata()
        .creation(path)
        .flatMap(frame -> files.place(frame, project))
        .or(() -> java.isEmpty() ? Optional.empty() : sites(project).of(path));
  }

  private ConstructSites sites(Optional<Path> project) {
    return sites.computeIfAbsent(project, this::read);
  }

  private ConstructSites read(Optional<Path> project) {
    Optional<Path> root = project.map(ConstructPlaces::absolute);
    List<JavaFile> parsed =
        java.parallelStream()
            .filter(f -> root.isEmpty() || absolute(f.path()).startsWith(root.get()))
            .flatMap(f -> JavaReader.read(f, false).file().stream())
            .toList();
    return new ConstructSites(new Program(parsed, Map.of()));
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
