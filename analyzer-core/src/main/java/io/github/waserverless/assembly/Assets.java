package io.github.waserverless.assembly;

import io.github.waserverless.tree.Mapping;
import io.github.waserverless.tree.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that an assembly's asset manifests upload, by the names that they get in S3. */
public final class Assets {

  private final Path folder;
  private final Map<String, Path> byKey = new LinkedHashMap<>();

  Assets(Path folder) {
    this.folder = folder;
  }

  /** Adds what a manifest lists. */
  void add(Value manifest) {
    for (Mapping.Entry file : Nodes.entries(manifest, "files")) {
      Optional<Path> path =
          Nodes.text(file.value(), "source", "path").flatMap(p -> inside(folder, p));
      if (path.isPresent()) {
        byKey.putIfAbsent(file.name(), path.get());
        for (Mapping.Entry destination : Nodes.entries(file.value(), "destinations")) {
          Nodes.text(destination.value(), "objectKey")
              .ifPresent(key -> byKey.putIfAbsent(key, path.get()));
        }
      }
    }
  }

  /** The file or folder that is uploaded under a key, or that a URL ends with. */
  public Optional<Path> uploaded(String keyOrUrl) {
    Path whole = byKey.get(keyOrUrl);
    return whole != null
        ? Optional.of(whole)
        : Optional.ofNullable(byKey.get(keyOrUrl.substring(keyOrUrl.lastIndexOf('/') + 1)));
  }

  /** The templates of nested stacks among them. */
  List<Path> nestedTemplates() {
    List<Path> found = new ArrayList<>();
    for (Path path : byKey.values()) {
      if (path.toString().endsWith(".nested.template.json") && !found.contains(path)) {
        found.add(path);
      }
    }
    return found;
  }

  /** A path as an assembly writes it: from the folder that it is written in. */
  static Optional<Path> inside(Path folder, String path) {
    try {
      return Optional.of(folder.resolve(path.replace('\\', '/')).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
