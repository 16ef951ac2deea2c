package io.github.waserverless.engine;

import io.github.waserverless.app.HandlerString;
import io.github.waserverless.source.SourceFile;
import io.github.waserverless.template.Resource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which module the code of a function was built in, where several have a class of its handler's
 * name: that whose output is the same as the copy in the assembly, byte by byte.
 */
final class AssetOrigin {

  private static final List<String> ARCHIVES =
      List.of("target", "build/libs", "build/distributions");
  private static final List<String> CLASSES = List.of("target/classes", "build/classes/java/main");

  private final BuildFolders builds;
  private final PathsByEnd sources;

  AssetOrigin(BuildFolders builds, List<SourceFile> sources) {
    this.builds = builds;
    this.sources = new PathsByEnd(sources.stream().map(SourceFile::path).toList());
  }

  /** The folder of the module, as its sources are named. */
  Optional<Path> of(TemplateFile template, FunctionCode code) {
    return template
        .open()
        .flatMap(
            member ->
                member
                    .template()
                    .resource(code.function().logicalId())
                    .flatMap(function -> of(member, function)));
  }

  private Optional<Path> of(ApplicationBuilder.Member member, Resource function) {
    Optional<String> file =
        HandlerString.of(function).map(h -> h.className().replaceFirst("\\$.*", ""));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Path type = Path.of(file.get().replace('.', '/') + ".java");
    Set<Path> modules = new LinkedHashSet<>();
    sources.endingWith(type).forEach(source -> module(source).ifPresent(modules::add));
    if (modules.size() < 2) {
      return Optional.empty();
    }
    Optional<Path> asset = asset(member, function);
    List<Path> same =
        modules.stream()
            .filter(module -> asset.filter(a -> isOf(a, module, file.get())).isPresent())
            .toList();
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  /** A module by the name that its sources have it under. */
  private Optional<Path> module(Path source) {
    Path absolute = source.toAbsolutePath().normalize();
    return builds
        .module(absolute)
        .map(
            module -> {
              Path folder = source.normalize();
              for (int up = module.relativize(absolute).getNameCount(); up > 0; up--) {
                folder = Optional.ofNullable(folder.getParent()).orElse(Path.of(""));
              }
              return folder;
            })
        .filter(folder -> !folder.toString().isEmpty() || !source.isAbsolute());
  }

  /** Only copies count, which lie in the assembly or in that which holds it. */
  private static Optional<Path> asset(ApplicationBuilder.Member member, Resource function) {
    Path assembly = member.stack().orElseThrow().assembly().toAbsolutePath().normalize();
    return AssemblySearch.asset(function, "Code", member)
        .or(
            () ->
                function
                    .property("Code", "S3Key")
                    .text()
                    .certain()
                    .flatMap(key -> AssemblySearch.uploaded(key, member)))
        .map(path -> path.toAbsolutePath().normalize())
        .filter(path -> String.valueOf(path.getFileName()).startsWith("asset."))
        .filter(path -> path.getParent() != null && assembly.startsWith(path.getParent()))
        .filter(Files::exists);
  }

  private static boolean isOf(Path asset, Path module, String type) {
    return Files.isDirectory(asset)
        ? CLASSES.stream()
            .anyMatch(
                folder -> {
                  String file = type.replace('.', '/') + ".class";
                  return same(asset.resolve(file), module.resolve(folder).resolve(file));
                })
        : ARCHIVES.stream().anyMatch(folder -> holds(module.resolve(folder), asset));
  }

  private static boolean holds(Path folder, Path asset) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "*.{jar,zip}")) {
      for (Path archive : archives) {
        if (same(asset, archive)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean same(Path a, Path b) {
    try {
      return Files.isRegularFile(a)
          && Files.isRegularFile(b)
          && Files.size(a) == Files.size(b)
          && Files.mismatch(a, b) < 0;
    } catch (IOException e) {
      return false;
    }
  }
}
